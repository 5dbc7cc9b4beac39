import { describe, expect, it } from "vitest";
import { staffPolicy } from "./staffPolicy.ts";

const page = { nonce: "bm9uY2U=", path: "/admin/listings", development: false };

describe("staffPolicy", () => {
  it("lets no script run but what carries the nonce", () => {
    const policy = staffPolicy(page);
    expect(policy).toContain("default-src 'none'; script-src 'nonce-bm9uY2U=' 'strict-dynamic';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it.each([
    ["/admin", "'none'"],
    ["/admin/previews", "'none'"],
    ["/admin/listings/preview/x", "'none'"],
    ["/admin/preview", "'self'"],
    ["/admin/preview/organization/1", "'self'"],
  ])("%s may be framed by %s", (path, by) => expect(staffPolicy({ ...page, path })).toMatch(new RegExp(`frame-ancestors ${by}$`)));

  it("lets no form lead elsewhere", () => {
    expect(staffPolicy(page)).toContain("form-action 'self';");
  });
});
