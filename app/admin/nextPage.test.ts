import { expect, it } from "vitest";
import { nextPage } from "./nextPage";

it("leads to pages of the staff area only", () => {
  const to = (named: string | null) => nextPage(named, "/admin/verification", "verified");
  expect(to("/admin/listings?city=A%26B&page=2")).toBe("/admin/listings?city=A%26B&page=2&done=verified");
  expect(nextPage("/admin/staff", "/admin")).toBe("/admin/staff");
  expect(nextPage("//evil.example", "/admin")).toBe("/admin");
  for (const elsewhere of [null, "", "https://evil.example/admin", "//evil.example/admin", "\\\\evil.example\\admin", "javascript:alert(1)", "/en", "/admin/../en", "/administrators", "http://studio:1/admin"])
    expect(to(elsewhere)).toBe("/admin/verification?done=verified");
});
