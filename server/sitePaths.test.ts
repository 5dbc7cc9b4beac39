import { describe, expect, it } from "vitest";
import { firstSegment, judgeTarget, pathOf } from "./sitePaths.ts";

describe("judgeTarget", () => {
  it.each(["/", "/en", "/es/conozca-sus-derechos/en-mi-puerta", "/es/b%C3%BAsqueda", "/en/find-help?q=%", "/en/a%2520b", "/en/%F0%9F%8C%B5", "/admin", "/admin/export/listings.json", "/en/administration"])(
    "lets %s pass",
    (target) => expect(judgeTarget(target)).toBe("ok"),
  );

  it.each([
    "/en/%",
    "/%C3%28",
    "/en/%00",
    "/en/%0d%0aSet-Cookie:x",
    "/es/x/%25", // Next decodes again, and fails
    "/en/%2500",
    "*",
    "http://elsewhere.example/",
    "/\\problem",
    "/\\x/problem/es/503", // a URL parser would take x for the host
    "/\\[",
  ])("refuses %s", (target) => expect(judgeTarget(target)).toBe("bad"));

  it("refuses what is longer than any address of ours", () => {
    expect(judgeTarget(`/en/find-help?q=${"%C3%A1".repeat(5000)}`)).toBe("bad");
    expect(judgeTarget(`/en/find-help?q=${"a".repeat(5000)}`)).toBe("ok");
  });

  it.each([
    "/problem",
    "/problem/es/503",
    "//problem/es/503",
    "/Problem/es/503",
    "/en/../problem/es/503",
    "/en/%2e%2e/problem/es/503",
    "/%70roblem/es/503",
    "/%2570roblem/es/503",
    "/es/ahora-mismo.rsc",
    "/es.json",
    "/_global-error",
    "/_next/image?url=x",
    "/_next//data/x",
    "/admin/listings.rsc",
    "/%61dmin",
    "/%2561dmin/listings",
    "/ADMIN/listings",
    "/%2Fadmin",
    "/%5Cadmin",
  ])("hides %s", (target) => expect(judgeTarget(target)).toBe("hidden"));
});

it("does not take the host from an address that begins with two slashes", () => {
  expect(pathOf("//elsewhere.example/en")).toBe("/elsewhere.example/en");
});

it.each([
  ["/es/directivas?x=1", "es"],
  ["/es", "es"],
  ["/es?x", "es"],
  ["//es/x", "es"],
  ["/", ""],
])("finds the first folder of %s", (target, segment) => expect(firstSegment(target)).toBe(segment));
