import { describe, expect, it } from "vitest";
import { bodyLimit, doorOf, judgeHost, patienceFor, staffHeaders } from "./staffDoor.ts";

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

it("keeps staff answers out of caches, frames and indexes", () => {
  expect(staffHeaders("/admin/listings")).toMatchObject({ "cache-control": "no-store", "x-frame-options": "DENY", "referrer-policy": "same-origin" });
  expect(staffHeaders("/admin/preview/organization/1")).toMatchObject({ "x-frame-options": "SAMEORIGIN" });
});
