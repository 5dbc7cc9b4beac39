import { beforeAll, describe, expect, it } from "vitest";
import { syntheticListings, take } from "./synthetic.ts";
import { readContent, type Content } from "../prisma/content.ts";
import { needCodes } from "../lib/content.ts";
import { wordsOf } from "../lib/fold.ts";

const zips = ["90001", "90012", "90033", "91401"];
let content: Content;
beforeAll(async () => {
  content = await readContent();
});

describe("syntheticListings", () => {
  it("gives the same listings for the same seed, and others for another", () => {
    const first = take(syntheticListings(content, zips, 7), 200);
    expect(take(syntheticListings(content, zips, 7), 200)).toEqual(first);
    expect(take(syntheticListings(content, zips, 8), 200)).not.toEqual(first);
  });

  it("can be taken in parts", () => {
    const listings = syntheticListings(content, zips);
    expect([...take(listings, 20), ...take(listings, 30)]).toEqual(take(syntheticListings(content, zips), 50));
  });

  it("has an id, a slug and a name of its own for each, and values that the real ones have", () => {
    const rows = take(syntheticListings(content, zips), 500);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(500);
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(500);
    for (const { name, services, locations } of rows) {
      expect(wordsOf(name).length).toBeGreaterThan(0);
      for (const { needs } of services) expect(needCodes).toEqual(expect.arrayContaining(needs));
      for (const { postalCode } of locations) expect(zips).toContain(postalCode);
    }
  });

  it("knows new words as it grows, but uses few of them often", () => {
    const words = take(syntheticListings(content, zips), 2000).flatMap(({ name }) => wordsOf(name));
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const once = [...counts.values()].filter((count) => count === 1).length;
    expect(once / counts.size).toBeGreaterThan(0.3);
    expect(Math.max(...counts.values()) / words.length).toBeGreaterThan(0.02);
  });
});
