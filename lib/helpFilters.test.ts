import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needCodes } from "./content.ts";
import { helpQueryString, isFiltered, longestSearch, parseHelpQuery, parsePage, withKnownLanguage } from "./helpFilters.ts";

describe("parseHelpQuery", () => {
  it("reads every filter", () => {
    expect(parseHelpQuery({ q: " asylum ", need: "asylum", language: "zh-Hant", zip: " 90012 ", free: "1", recognized: "1", page: "3" })).toEqual({
      filters: { q: "asylum", need: "asylum", language: "zh-Hant", zip: "90012", free: true, recognized: true },
      page: 3,
      faults: [],
    });
  });

  it.each([["ES", "es"], ["ZH-HANT", "zh-Hant"], ["es-mx", "es-MX"], ["yue", "yue"]])("reads the language %s as it is kept, %s", (given, language) => {
    expect(parseHelpQuery({ language: given })).toMatchObject({ filters: { language }, faults: [] });
  });

  it.each(["e", "123", "es-", "es-mexi-", "en-US-x", "es-abc"])("refuses the language %j", (language) => {
    expect(parseHelpQuery({ language })).toEqual({ filters: {}, page: 1, faults: ["language"] });
  });

  it("takes empty fields of a form for nothing", () => {
    expect(parseHelpQuery({ q: "", zip: "", need: "", language: "", free: undefined })).toEqual({ filters: {}, page: 1, faults: [] });
  });

  it("counts a name that stands twice once, the last", () => {
    expect(parseHelpQuery({ need: ["daca", "asylum"], page: ["7", "2"] })).toEqual({ filters: { need: "asylum" }, page: 2, faults: [] });
    expect(parseHelpQuery({ need: [] }).filters).toEqual({});
  });

  it("knows the eleven needs and no others", () => {
    expect(needCodes).toHaveLength(11);
    for (const need of needCodes) expect(parseHelpQuery({ need })).toMatchObject({ filters: { need }, faults: [] });
    for (const need of ["Asylum", "money", "__proto__", "constructor", "asylum "]) expect(parseHelpQuery({ need })).toMatchObject({ filters: {}, faults: ["need"] });
  });

  it.each([["9001"], ["900122"], ["9001a"], ["٩٠٠١٢"], ["-9001"], ["90012-1234"], ["９００１２x"]])("refuses the ZIP code %s", (zip) => {
    expect(parseHelpQuery({ zip })).toEqual({ filters: {}, page: 1, faults: ["zip"] });
  });

  it.each([["free"], ["recognized"]])("knows only on for %s", (name) => {
    for (const value of ["0", "true", "yes", "11"]) expect(parseHelpQuery({ [name]: value })).toEqual({ filters: {}, page: 1, faults: [name] });
  });

  it("takes out of a search what nobody can see", () => {
    expect(parseHelpQuery({ q: "a\0b\u202ec\u200fd\ud800" }).filters.q).toBe("a b c d");
    expect(parseHelpQuery({ q: "\0\u202e\t\n" }).filters).toEqual({});
  });

  it("names a search that is too long", () => {
    expect(parseHelpQuery({ q: "a".repeat(longestSearch) }).faults).toEqual([]);
    expect(parseHelpQuery({ q: "a".repeat(longestSearch + 1) })).toEqual({ filters: {}, page: 1, faults: ["q"] });
  });

  it("answers something that can be used, whatever is asked", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(fc.record({ q: value, need: value, language: value, zip: value, free: value, recognized: value, page: value }), (given) => {
        const { filters, page, faults } = parseHelpQuery(given);
        expect(page).toBeGreaterThanOrEqual(1);
        expect(filters.q ?? "a").not.toMatch(/[\p{Cc}\p{Cf}]|^$|^\s|\s$/u);
        for (const name of faults) expect(filters).not.toHaveProperty(name);
        // Asked again, it says the same.
        expect(parseHelpQuery(Object.fromEntries(new URLSearchParams(helpQueryString(filters, page))))).toEqual({ filters, page, faults: [] });
      }),
    );
  });
});

describe("parsePage", () => {
  it("counts from 1", () => {
    expect([parsePage("1"), parsePage("42"), parsePage("999999")]).toEqual([1, 42, 999999]);
  });
  it.each(["", "0", "-1", "+1", "01", "1.5", "1e3", " 1", "abc", "1000000", "٣", "1\n"])("refuses %j", (text) => {
    expect(parsePage(text)).toBeNull();
  });
});

describe("helpQueryString", () => {
  it("says nothing where nothing is asked", () => {
    expect(helpQueryString({})).toBe("");
    expect(isFiltered({})).toBe(false);
  });
  it("escapes what was typed", () => {
    expect(helpQueryString({ q: "a&need=daca#<b>", free: true }, 2)).toBe("?q=a%26need%3Ddaca%23%3Cb%3E&free=1&page=2");
    expect(isFiltered({ free: true })).toBe(true);
  });
});

describe("withKnownLanguage", () => {
  it("names a language that no listing speaks", () => {
    const query = parseHelpQuery({ language: "xx", q: "a" });
    expect(withKnownLanguage(query, ["en", "es"])).toEqual({ filters: { q: "a" }, page: 1, faults: ["language"] });
    expect(withKnownLanguage(query, ["xx"])).toBe(query);
    expect(withKnownLanguage(parseHelpQuery({}), [])).toEqual({ filters: {}, page: 1, faults: [] });
  });
});
