import { describe, expect, it } from "vitest";
import { requestHeaders, responseHeaders, safetyHeaders } from "./siteHeaders.ts";

describe("requestHeaders", () => {
  it("passes nothing that steers Next, and nothing about the person", () => {
    const hostile = {
      host: "guide.example",
      accept: "text/html",
      cookie: "a=b",
      "user-agent": "a phone",
      "accept-language": "es",
      referer: "https://elsewhere.example/",
      "x-forwarded-for": "192.0.2.1",
      "x-forwarded-host": "evil.example",
      "x-middleware-subrequest": "proxy",
      "x-nextjs-data": "1",
      rsc: "1",
      "next-router-prefetch": "1",
      "next-action": "x",
    };
    expect(requestHeaders(hostile, "https://guide.example", "pages")).toEqual({
      host: "guide.example",
      accept: "text/html",
      "user-agent": "site",
      "x-forwarded-host": "guide.example",
      "x-forwarded-proto": "https",
    });
  });

  it("knows its own host where the one asked for is none", () => {
    expect(requestHeaders({ host: "a b/c" }, "https://guide.example", "pages").host).toBe("guide.example");
    expect(requestHeaders({}, "https://guide.example", "pages").host).toBe("guide.example");
  });

  it("passes a body's type to the machine routes only", () => {
    const from = { "content-type": "application/json" };
    expect(requestHeaders(from, "https://guide.example", "api")).toMatchObject(from);
    expect(requestHeaders(from, "https://guide.example", "pages")).not.toMatchObject(from);
  });
});

describe("requestHeaders for staff", () => {
  it("passes what Next's own client sends, and nothing that steers Next otherwise or could pass for the site's word", () => {
    const fine = {
      host: "guide.example",
      cookie: "session=x",
      origin: "https://guide.example",
      "content-type": "multipart/form-data; boundary=x",
      "content-length": "12",
      "user-agent": "a browser",
      "accept-language": "es",
      "sec-fetch-site": "same-origin",
      "next-action": "4f",
      rsc: "1",
      "next-router-state-tree": "[]",
      "next-url": "/admin",
    };
    const hostile = {
      "x-client-key": "mine",
      "x-forwarded-for": "192.0.2.1",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "http",
      "x-middleware-subrequest": "proxy",
      "x-middleware-set-cookie": "a=b",
      "x-action-forwarded": "1",
      "x-nonce": "x",
      "content-security-policy": "script-src 'nonce-x'",
      "next-resume": "1",
      referer: "https://guide.example/admin",
      authorization: "Bearer x",
      "if-none-match": "x",
    };
    expect(requestHeaders({ ...fine, ...hostile }, "https://guide.example", "staff")).toEqual({ ...fine, "x-forwarded-host": "guide.example", "x-forwarded-proto": "https" });
  });
});

describe("responseHeaders for staff", () => {
  const url = new URL("http://localhost:4000/admin");
  const from = (headers: [string, string][]) => responseHeaders(new Headers(headers), { url, host: "guide.example", door: "staff" });

  it("passes cookies one by one, the policy, and what Next's client reads", () => {
    const passed: [string, string][] = [["content-security-policy", "default-src 'none'"], ["vary", "rsc, next-url"], ["x-action-redirect", "/admin;push"], ["x-action-revalidated", "1"]];
    const dropped: [string, string][] = [["etag", "x"], ["cache-control", "public"], ["x-powered-by", "Next.js"], ["x-middleware-rewrite", "/x"], ["access-control-allow-origin", "*"]];
    const cookies: [string, string][] = [["set-cookie", "a=b; Path=/admin"], ["set-cookie", "c=d, e; Path=/admin"]];
    expect(from([...passed, ...dropped, ...cookies])).toEqual({ ...Object.fromEntries(passed), "set-cookie": ["a=b; Path=/admin", "c=d, e; Path=/admin"] });
  });

  it.each([
    ["http://localhost:4000/admin/sign-in", "/admin/sign-in"],
    ["http://localhost:9999/auth?client=x", "http://localhost:9999/auth?client=x"],
    ["https://login.example.org/auth", "https://login.example.org/auth"],
  ])("redirects to %s as %s", (location, expected) => expect(from([["location", location]]).location).toBe(expected));
});

describe("responseHeaders", () => {
  const url = new URL("http://127.0.0.1:4000/en");
  const from = (headers: Record<string, string>) => responseHeaders(new Headers(headers), { url, host: "guide.example", door: "pages" });

  it("drops cookies and the names of the software", () => {
    expect(from({ "set-cookie": "a=b", "x-powered-by": "Next.js", server: "x", "x-nextjs-cache": "HIT", "content-type": "text/css" })).toEqual({
      "content-type": "text/css",
    });
  });

  it.each([
    ["http://127.0.0.1:4000/es?x=1#y", "/es?x=1#y"],
    ["http://localhost:4000/es", "/es"],
    ["/es", "/es"],
    ["https://guide.example/es", "/es"],
    ["http://127.0.0.1:4000//evil.example", "/evil.example"],
    ["https://elsewhere.example/a", "https://elsewhere.example/a"],
  ])("redirects to %s as %s", (location, expected) => expect(from({ location }).location).toBe(expected));
});

it("asks for HTTPS only where the site is served by it", () => {
  expect(safetyHeaders("http://localhost:3000")).not.toHaveProperty("strict-transport-security");
  expect(safetyHeaders("https://guide.example")).toHaveProperty("strict-transport-security");
});
