import { describe, expect, it } from "vitest";
import { parseStaffListingQuery, staffListingQueryString } from "./staffListingQuery.ts";

describe("the address of the table of listings", () => {
  it("says everything and comes back", () => {
    const asked = { q: "calle 7", city: "Long Beach", need: "asylum", grade: "A", kind: "provider", state: "verify", sort: "changed", page: "3" };
    const { query, faults } = parseStaffListingQuery(asked);
    expect(faults).toEqual([]);
    expect(query).toEqual({ ...asked, page: 3 });
    expect(parseStaffListingQuery(Object.fromEntries(new URLSearchParams(staffListingQueryString(query)))).query).toEqual(query);
    expect(staffListingQueryString({ page: 1 })).toBe("");
  });

  it("is used as far as it makes sense", () => {
    const { query, faults } = parseStaffListingQuery({ q: ["a", "b"], need: "money", grade: "Z", state: "'; DROP TABLE", sort: "", page: "0", city: "x".repeat(300), extra: "1" });
    expect(query).toEqual({ q: "b", page: 1 });
    expect(faults).toEqual(["city", "need", "grade", "state", "page"]);
    for (const page of ["-1", "1e9", "NaN", "1.5", "99999999"]) expect(parseStaffListingQuery({ page }).faults).toEqual(["page"]);
    for (const q of ["\u0000", "\ud800", "a\u0007b"]) expect(parseStaffListingQuery({ q }).faults).toEqual(["q"]);
  });
});
