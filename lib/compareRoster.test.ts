import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compareRoster, type ComparedListing } from "./compareRoster.ts";
import { listingDocument } from "./listing.ts";
import type { RosterRow } from "./rosterCsv.ts";

const row = (name: string, more: Partial<RosterRow> = {}): RosterRow => ({ line: 2, name, city: "Los Angeles", state: "CA", postalCode: null, recognizedOn: "2020-01-01", expiresOn: "2030-01-01", renewalPending: false, status: "Active", ...more });
const recognition = { recognizedOn: "2020-01-01", expiresOn: "2030-01-01", renewalPending: false, status: "Active" };
const listing = (name: string, more: Partial<ComparedListing> = {}): ComparedListing => ({ id: name, name, cities: ["Los Angeles"], recognition, ...more });
const today = "2026-11-21";
const nothing = { new: [], maybe: [], gone: [], expiring: [], expired: [], changed: [] };

describe("compareRoster", () => {
  it("finds nothing to say where both say the same, however the name is written", () => {
    const listings = [listing("Bet Tzedek"), listing("Núñez Center, Inc."), listing("COFEM"), listing("Pomona Economic Opportunity Center")];
    const rows = [row("BET TZEDEK, Inc."), row("The Nunez Center"), row("COFEM dba Consejo de Federaciones Mexicanas", { city: "LOS ÁNGELES" }), row("Pomona Economic Opportunity Center (PEOC)")];
    expect(compareRoster(rows, listings, today)).toEqual(nothing);
  });

  it("tells who is new and who is gone", () => {
    const rows = [row("Brand New Aid"), row("Ended Aid", { status: "Inactive" })];
    expect(compareRoster(rows, [listing("Old Friend"), listing("Never Recognized", { recognition: null })], today)).toEqual({ ...nothing, new: [rows[0]], gone: ["Old Friend"] });
  });

  it("offers like names and other cities as maybe, and calls those neither new nor gone", () => {
    const rows = [row("Catolic Charities of Los Angeles"), row("El Rescate", { city: "Fresno" })];
    const listings = [listing("Catholic Charities of Los Angeles, Inc."), listing("El Rescate")];
    expect(compareRoster(rows, listings, today)).toEqual({ ...nothing, maybe: [{ row: rows[0], ids: ["Catholic Charities of Los Angeles, Inc."] }, { row: rows[1], ids: ["El Rescate"] }] });
  });

  it("does not take two offices of one name for each other", () => {
    const listings = [listing("North", { name: "Aid", cities: ["Pasadena"] }), listing("South", { name: "Aid", cities: ["Long Beach"] })];
    expect(compareRoster([row("Aid", { city: "Long Beach", expiresOn: "2031-01-01" })], listings, today)).toEqual({ ...nothing, gone: ["North"], changed: [{ id: "South", row: row("Aid", { city: "Long Beach", expiresOn: "2031-01-01" }) }] });
    expect(compareRoster([row("Aid", { city: null })], listings, today).maybe).toMatchObject([{ ids: ["North", "South"] }]);
  });

  it("counts ninety days, tells what has ended from what will, and lets a pending renewal go on", () => {
    const groups = (more: Partial<RosterRow>) => {
      const compared = compareRoster([row("Aid", more)], [listing("Aid")], today);
      return (["expiring", "expired"] as const).filter((group) => compared[group].length > 0);
    };
    expect(groups({ expiresOn: "2027-02-20" })).toEqual([]);
    expect(groups({ expiresOn: "2027-02-19" })).toEqual(["expiring"]);
    expect(groups({ expiresOn: today })).toEqual(["expiring"]);
    expect(groups({ expiresOn: "2026-11-20" })).toEqual(["expired"]);
    expect(groups({ expiresOn: "2026-11-20", renewalPending: true })).toEqual([]);
    expect(groups({ expiresOn: "2026-11-20", status: "Terminated" })).toEqual([]);
  });

  it.each([{ expiresOn: "2031-01-01" }, { recognizedOn: "2019-01-01" }, { renewalPending: true }, { status: "Inactive" }])("sees that %j is not what we say", (more) => {
    expect(compareRoster([row("Aid", more)], [listing("Aid")], today).changed).toEqual([{ id: "Aid", row: row("Aid", more) }]);
  });

  it("does not call unknown changed, but calls a recognition that we do not know so", () => {
    expect(compareRoster([row("Aid", { recognizedOn: null })], [listing("Aid")], today).changed).toEqual([]);
    expect(compareRoster([row("Aid")], [listing("Aid", { recognition: null })], today).changed).toHaveLength(1);
  });

  it("takes the later of two rows for one listing", () => {
    const rows = [row("Aid", { expiresOn: "2030-01-01" }), row("Aid", { expiresOn: "2024-01-01" })];
    expect(compareRoster(rows, [listing("Aid")], today)).toEqual(nothing);
  });

  it("knows every recognized organization of the starter content again", () => {
    const folder = "content/listings";
    const listings = readdirSync(folder).map((file) => listingDocument.parse({ ...parse(readFileSync(`${folder}/${file}`, "utf8")), slug: file.replace(".yaml", "") }));
    const compared = listings.map((document) => ({ ...document, id: document.slug, cities: document.locations.map(({ city }) => city) }));
    const rows = listings.flatMap(({ name, locations, recognition }) => (recognition ? [row(name.toUpperCase(), { city: locations[0]?.city ?? null, ...recognition })] : []));
    const comparison = compareRoster(rows, compared, today);
    expect(rows.length).toBeGreaterThan(25);
    expect(comparison).toMatchObject({ ...nothing, expiring: expect.any(Array), expired: expect.any(Array) });
    expect([...comparison.expiring, ...comparison.expired].map(({ id }) => id)).toContain("rainbow-services");
  });

  it("compares the whole country's roster with ten thousand listings quickly", () => {
    const words = ["legal", "center", "immigrant", "catholic", "aid", "justice", "refugee", "family"];
    const name = (seed: number) => [0, 1, 2].map((place) => words[(seed >> (place * 3)) % words.length]).join(" ") + ` ${(seed * 7919).toString(36)}`;
    const listings = Array.from({ length: 10_000 }, (_, index) => listing(name(index), { id: String(index) }));
    const rows = Array.from({ length: 1_000 }, (_, index) => row(name(index * 9 + 5_000)));
    const started = performance.now();
    compareRoster(rows, listings, today);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
