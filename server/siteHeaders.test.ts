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
    expect(requestHeaders(hostile, "https://guide.example", false)).toEqual({
      host: "guide.example",
      accept: "text/html",
      "user-agent": "site",
      "x-forwarded-host": "guide.example",
      "x-forwarded-proto": "https",
    });
  });

  it("knows its own host where the one asked for is none", () => {
    expect(requestHeaders({ host: "a b/c" }, "https://guide.example", false).host).toBe("guide.example");
    expect(requestHeaders({}, "https://guide.example", false).host).toBe("guide.example");
  });

  it("passes a body's type to the machine routes only", () => {
    const from = { "content-type": "application/json" };
    expect(requestHeaders(from, "https://guide.example", true)).toMatchObject(from);
    expect(requestHeaders(from, "https://guide.example", false)).not.toMatchObject(from);
  });
});

describe("responseHeaders", () => {
  const request = new URL("http://127.0.0.1:4000/en");
  const from = (headers: Record<string, string>) => responseHeaders(new Headers(headers), request);

  it("drops cookies and the names of the software", () => {
    expect(from({ "set-cookie": "a=b", "x-powered-by": "Next.js", server: "x", "x-nextjs-cache": "HIT", "content-type": "text/css" })).toEqual({
      "content-type": "text/css",
    });
  });

  it.each([
    ["http://127.0.0.1:4000/es?x=1#y", "/es?x=1#y"],
    ["http://localhost:4000/es", "/es"],
    ["/es", "/es"],
    ["http://127.0.0.1:4000//evil.example", "/evil.example"],
    ["https://elsewhere.example/a", "https://elsewhere.example/a"],
  ])("redirects to %s as %s", (location, expected) => expect(from({ location }).location).toBe(expected));
});

it("asks for HTTPS only where the site is served by it", () => {
  expect(safetyHeaders("http://localhost:3000")).not.toHaveProperty("strict-transport-security");
  expect(safetyHeaders("https://guide.example")).toHaveProperty("strict-transport-security");
});
