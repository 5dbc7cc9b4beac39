import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "./db";
import { approveRevision } from "./revisions/decide";
import { hideRecord } from "./revisions/hide";
import { getEditing } from "./revisions/read";
import { saveRevision } from "./revisions/save";
import { listCities, listNewListings, listStaffListings, staffPageSize, unknownPostalCodes } from "./staffListings";
import type { ListingDocument } from "@/lib/listing";
import type { Actor, Role } from "@/lib/permissions";
import { listingOrders, type StaffListingQuery } from "@/lib/staffListingQuery";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben] = [person("contributor"), person("editor")];
const today = "2026-11-21";
const find = (query: Partial<StaffListingQuery>) => listStaffListings({ page: 1, ...query }, today);
const names = async (query: Partial<StaffListingQuery>) => (await find(query)).rows.map(({ name }) => name);

const listing = (name: string, change: Partial<ListingDocument> = {}) => ({
  slug: `test-${randomUUID()}`, kind: "provider", position: 900, name, grade: "B", phones: [], locations: [],
  services: [{ needs: ["workshops"], text: { en: { name: "Help" }, es: { name: "Ayuda" } } }], text: { en: {}, es: {} }, sources: {}, ...change,
});
async function propose(name: string, change: Partial<ListingDocument> = {}, intent: "draft" | "submit" = "submit") {
  const entityId = randomUUID();
  const saved = await saveRevision(ana, { entity: "Organization", entityId, base: 0, document: listing(name, change), intent, sourceKey: "secondary-listing" });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return { entityId, ...saved };
}
async function add(name: string, change: Partial<ListingDocument> = {}) {
  const { entityId, revisionId, version } = await propose(name, change);
  await approveRevision(ben, revisionId, version);
  return entityId;
}
const address = (change: object) => ({ address1: "77 Ñandú Way", city: "Testville", stateProvince: "CA", postalCode: "90012", addressType: "physical" as const, visibility: "full" as const, ...change });

let house: string;
beforeAll(async () => {
  house = await add("Ábaco House", {
    alternateName: "ABH", grade: "A", phones: [{ number: "(213) 555-0134", extension: "7", type: "voice" }], locations: [address({}), address({ address1: "1 Second St", visibility: "hidden" })],
    schedules: [{ byday: ["MO"], opensAt: "09:00", closesAt: "10:00" }], conflicts: [{ field: "phone", note: "?", text: { en: "?", es: "¿?" } }],
  });
});

describe("the table of listings", () => {
  it("has every listing once, hidden ones too, and ends", async () => {
    const all = await db.organization.count();
    const first = await find({});
    expect(first.total).toBe(all);
    const pages = [first, await find({ page: 2 }), await find({ page: 3 })];
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 1].slice(0, all > staffPageSize ? 3 : 1).concat(all > staffPageSize ? [] : [1, 1]));
    const ids = pages.slice(0, 2).flatMap(({ rows }) => rows.map(({ id }) => id));
    if (all > staffPageSize) expect(new Set(ids).size).toBe(all);
  });

  it("says what stands out", async () => {
    const row = (await find({ q: "abaco" })).rows[0];
    expect(row).toMatchObject({ id: house, cities: ["Testville"], conflict: true, verify: true, hidden: false, open: null, confirmedOn: null, grade: "A", phones: [{ number: "+12135550134", extension: "7" }] });
    expect(row?.changedAt).toBeInstanceOf(Date);
  });

  it.each(["abaco", "Ábaco", "ÁBACO house", "abh", "nandu way", "testville 90012", "213 555 0134", "(213) 555-01", "5550134", "abaco testville"])("is searched for %j", async (q) => {
    expect(await names({ q })).toEqual(["Ábaco House"]);
  });

  it.each(["%", "_", "%!", "\\", "''", "abaco nowhere-at-all", "a".repeat(200)])("finds nothing for %j, and does not fall over", async (q) => {
    expect((await find({ q })).rows).toEqual([]);
  });

  it("offers names that are spelled nearly so where nothing has the words", async () => {
    const found = await find({ q: "Abacco Hause" });
    expect(found.similar).toBe(true);
    expect(found.rows.map(({ id }) => id)).toContain(house);
    expect((await find({ q: "abaco" })).similar).toBe(false);
  });

  it("narrows by city, need, grade and kind, together", async () => {
    expect(await names({ city: "Testville" })).toEqual(["Ábaco House"]);
    expect(await names({ city: "Testville", need: "workshops", grade: "A", kind: "provider" })).toEqual(["Ábaco House"]);
    expect(await names({ city: "Testville", grade: "B" })).toEqual([]);
    expect(await names({ city: "Testville", kind: "hotline" })).toEqual([]);
    expect(await names({ city: "Testville", need: "asylum" })).toEqual([]);
    expect(await listCities()).toContain("Testville");
  });

  it("narrows by state", async () => {
    const name = "State House";
    const id = await add(name, { locations: [address({ city: "Stateville" })], phones: [{ number: "213-555-0199", type: "voice" }] });
    const is = async (state: StaffListingQuery["state"]) => (await names({ city: "Stateville", state })).length === 1;
    expect([await is("verify"), await is("conflict"), await is("waiting"), await is("draft"), await is("hidden")]).toEqual([true, false, false, false, false]);
    const confirm = (facts: "phones" | "rest", validUntil: string) =>
      db.verification.create({ data: { organizationId: id, facts, method: "call", verifiedOn: new Date("2026-10-01"), validUntil: new Date(validUntil) }, select: { id: true } });
    await confirm("phones", "2026-11-20");
    await confirm("rest", today);
    expect(await is("verify")).toBe(true);
    await confirm("phones", today);
    expect(await is("verify")).toBe(false);
    expect((await find({ city: "Stateville" })).rows[0]).toMatchObject({ verify: false, confirmedOn: "2026-10-01" });

    const { version, approved } = (await getEditing("Organization", id))!;
    const draft = await saveRevision(ana, { entity: "Organization", entityId: id, base: version, document: { ...approved!, grade: "C" }, intent: "draft" });
    expect([await is("draft"), await is("waiting")]).toEqual([true, false]);
    if (draft.kind !== "saved") throw new Error(draft.kind);
    await saveRevision(ana, { entity: "Organization", entityId: id, base: draft.version, document: { ...approved!, grade: "C" }, intent: "submit" });
    expect([await is("draft"), await is("waiting")]).toEqual([false, true]);
    await hideRecord(ben, "Organization", id, "Test.");
    expect(await is("hidden")).toBe(true);
  });

  it.each(listingOrders)("is ordered by %s", async (sort) => {
    const rows = [...(await find({ sort })).rows];
    const keys: (string | number)[] = rows.map(({ name, grade, confirmedOn, changedAt }) => ({ name, grade, confirmed: confirmedOn ?? "", changed: -(changedAt?.getTime() ?? 0) })[sort]);
    expect(keys).toEqual(sort === "name" ? [...keys].sort((a, b) => (fold(String(a)) < fold(String(b)) ? -1 : 1)) : [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });
  const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  it("leaves new listings to a list of their own until they are approved", async () => {
    const { entityId, revisionId, version } = await propose("Brand New House", {}, "submit");
    const draft = await propose("Draft House", {}, "draft");
    expect(await names({ q: "brand new" })).toEqual([]);
    expect((await listNewListings()).map(({ name, state }) => [name, state])).toEqual([["Draft House", "draft"], ["Brand New House", "submitted"]]);
    await approveRevision(ben, revisionId, version);
    expect((await listNewListings()).map(({ id }) => id)).toEqual([draft.entityId]);
    expect((await find({ q: "brand new" })).rows.map(({ id }) => id)).toEqual([entityId]);
  });

  it("knows the ZIP codes around", async () => {
    expect(await unknownPostalCodes(["90012", "00000", "99999"])).toEqual(["00000", "99999"]);
  });
});
