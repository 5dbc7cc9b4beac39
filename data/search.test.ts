import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { db } from "./db";
import { postalCodeCentre, searchListings } from "./search";
import { parseHelpQuery } from "../lib/helpFilters.ts";
import { clockOf } from "../lib/hours.ts";

afterAll(() => db.$disconnect());

describe("searchListings", () => {
  it("finds everything where nothing is asked", async () => {
    const { hits, confirmed, unknown, match } = await searchListings({}, null, 1);
    expect({ hits: hits.length, confirmed, unknown, match }).toEqual({ hits: 44, confirmed: 44, unknown: 0, match: "all" });
  });

  it("never loses a group to a filter that its listing says nothing about", async () => {
    const { hits, confirmed, unknown } = await searchListings({ need: "asylum", language: "ko" }, null, 1);
    expect(confirmed + unknown).toBe(44);
    expect(hits.map((hit) => hit.confirmed)).toEqual([...Array<boolean>(confirmed).fill(true), ...Array<boolean>(unknown).fill(false)]);
  });

  it("says when it read a word as another", async () => {
    expect((await searchListings({ q: "asylum" }, null, 1)).match).toBe("all");
    const mended = await searchListings({ q: "asilum" }, null, 1);
    expect(mended.match).not.toBe("some");
    expect(mended.hits.length).toBeGreaterThan(0);
    expect((await searchListings({ q: "qqqqqqqq" }, null, 1)).hits).toEqual([]);
  });

  it("has nothing beyond its last page", async () => {
    expect((await searchListings({}, null, 2)).hits).toEqual([]);
    expect((await searchListings({ need: "asylum" }, null, 999_999)).hits).toEqual([]);
  });

  it("puts the nearest first, and those of which nobody knows where they are last", async () => {
    const near = await postalCodeCentre("90012");
    const { hits } = await searchListings({}, near, 1);
    const miles = hits.map((hit) => hit.miles);
    const known = miles.filter((one) => one !== null);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(miles.slice(known.length).every((one) => one === null)).toBe(true);
    expect(known[0]).toBeLessThan(1);
    expect(await postalCodeCentre("00000")).toBeNull();
  });

  it("understands any words at all, and none of them as SQL or as a search operator", async () => {
    const words = ["'", "\\", ":*", "a:*", "!", "&", "|", "<->", "(", ")", "a & b", "' OR '1'='1", "%", "_", "__proto__", "for", "para", "the of", "é", "한국어", "法", "👩", "1", "a1b2", "x".repeat(200)];
    for (const q of words) expect(await searchListings({ q }, null, 1)).toMatchObject({ hits: expect.any(Array) });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 80 }), async (q) => {
        const { filters } = parseHelpQuery({ q });
        const { hits, confirmed, unknown } = await searchListings(filters, null, 1);
        expect(hits.length).toBe(Math.min(50, confirmed + unknown));
      }),
      { numRuns: 60 },
    );
  });

  it("mends words that nobody has, and never a number: the next ZIP code is another place", async () => {
    expect(await searchListings({ q: "chrla" }, null, 1)).toMatchObject({ match: "similar", words: ["chirla"], confirmed: 1 });
    expect(await searchListings({ q: "99999" }, null, 1)).toMatchObject({ confirmed: 0, unknown: 0 });
    expect(await searchListings({ q: "persian" }, null, 1)).toMatchObject({ confirmed: 0, unknown: 0 });
  });

  it("finds some of the words where no listing has all", async () => {
    expect(await searchListings({ q: "carecen chirla" }, null, 1)).toMatchObject({ match: "some", confirmed: 2 });
  });

  it("leaves out words that say nothing, unless they are all there is", async () => {
    const count = async (q: string) => (await searchListings({ q }, null, 1)).confirmed;
    expect(await count("para asilo")).toBe(await count("asilo"));
    for (const q of ["para", "the"]) expect(await count(q)).toBeGreaterThan(0);
  });

  it("counts a recognition to the end of its last day in the city, and then no longer knows", async () => {
    const { id: organizationId } = await db.organization.findUniqueOrThrow({ where: { slug: "korean-resource-center" }, select: { id: true } });
    const { timeZone } = await db.city.findFirstOrThrow({ select: { timeZone: true } });
    const today = new Date(clockOf(timeZone).today);
    const before = await db.searchDocument.findUniqueOrThrow({ where: { organizationId }, select: { recognizedUntil: true } });
    const until = async (recognizedUntil: Date | null) => {
      await db.searchDocument.update({ where: { organizationId }, data: { recognizedUntil }, select: { organizationId: true } });
      return (await searchListings({ recognized: true }, null, 1)).hits.find(({ id }) => id === organizationId)?.confirmed;
    };
    try {
      expect(await until(today)).toBe(true);
      expect(await until(new Date(today.getTime() - 86_400_000))).toBe(false);
      expect(await until(null)).toBe(false);
    } finally {
      await until(before.recognizedUntil);
    }
  });
});
