import { describe, expect, it } from "vitest";
import { bodyLimit, doorOf, isFromHere, judgeHost, patienceFor, staffHeaders } from "./staffDoor.ts";

it.each([
  ["/admin", "staff"],
  ["/admin/listings", "staff"],
  ["/administration", "pages"],
  ["/en/admin", "pages"],
  ["/api", "api"],
  ["/api/corrections", "api"],
  ["/apis", "pages"],
])("%s leads to %s", (path, door) => expect(doorOf(path)).toBe(door));

it("gives time and room to an upload, and to nothing else", () => {
  expect([bodyLimit("/admin/imports/upload"), bodyLimit("/admin/imports/upload/x"), bodyLimit("/api/corrections")]).toEqual([64, 2, 2].map((size) => size * 1024 * 1024));
  expect([patienceFor("/admin/imports/upload"), patienceFor("/admin"), patienceFor("/es"), patienceFor("/api/health"), patienceFor("/_next/static/a.css")]).toEqual([120_000, 30_000, 4_500, 4_500, 20_000]);
});

describe("judgeHost", () => {
  const own = "https://staff.guide.example";

  it.each([
    ["guide.example", "/admin", "missing"],
    ["guide.example", "/admin/sign-in", "missing"],
    ["guide.example", "/es", "ok"],
    ["guide.example", "/", "ok"],
    ["guide.example", "/_next/static/a.css", "ok"],
    [undefined, "/admin", "missing"],
    ["evil.example", "/admin", "missing"],
    ["staff.guide.example.evil.example", "/admin", "missing"],
    ["staff.guide.example", "/admin", "ok"],
    ["STAFF.guide.example", "/admin/listings", "ok"],
    ["staff.guide.example", "/", "toStaff"],
    ["staff.guide.example", "/es", "toSite"],
    ["staff.guide.example", "/api/health", "missing"],
    ["staff.guide.example", "/icon.svg", "ok"],
    ["staff.guide.example", "/_next/static/a.js", "ok"],
  ])("%s%s: %s", (host, path, verdict) => expect(judgeHost(host, path, own)).toBe(verdict));

  it("serves everything under one host where the staff area has none of its own", () => {
    for (const path of ["/admin", "/es", "/"]) expect(judgeHost("anything", path, undefined)).toBe("ok");
  });
});

describe("a form is our own where the browser names the address that it goes to", () => {
  const [known, unset] = ["https://guide.example", "http://localhost:3000"];

  it.each([
    ["https://guide.example", "guide.example", known, true], // TLS ends in front of us
    ["https://guide.example", "GUIDE.example", known, true],
    ["http://guide.example", "guide.example", known, false], // somebody in between made that page
    ["http://10.0.0.7:3000", "10.0.0.7:3000", known, true], // past the proxy, or a tunnel
    ["https://guide.example", "guide.example", unset, true],
    ["http://localhost:3000", "localhost:3000", unset, true],
    ["https://localhost:3000", "localhost:3000", unset, true],
    ["http://guide.example", "guide.example", "http://guide.example", true],
    ["https://evil.example", "guide.example", known, false],
    ["https://guide.example:8443", "guide.example", known, false],
    ["https://guide.example.evil.example", "guide.example", known, false],
    ["null", "guide.example", known, false],
    ["", "", known, false],
    [undefined, "guide.example", known, false],
    ["https://guide.example", undefined, known, false],
  ])("%s to %s, known as %s: %s", (origin, host, publicOrigin, answer) => expect(isFromHere({ origin, host, "sec-fetch-site": "same-origin" }, publicOrigin)).toBe(answer));
});

it("keeps staff answers out of caches, frames and indexes", () => {
  expect(staffHeaders("/admin/listings")).toMatchObject({ "cache-control": "no-store", "x-frame-options": "DENY", "referrer-policy": "same-origin" });
  expect(staffHeaders("/admin/preview/organization/1")).toMatchObject({ "x-frame-options": "SAMEORIGIN" });
});
