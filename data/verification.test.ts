import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { todayInCity } from "./city";
import { db } from "./db";
import { getListing } from "./listings";
import { readDocument, writeDocuments } from "./records";
import { hideRecord } from "./revisions/hide";
import { putDocuments } from "./revisions/put";
import { getEditing } from "./revisions/read";
import { saveRevision } from "./revisions/save";
import { listOwnVerifications, listVerifications, takeBackVerification, verifyListing, type Verifying } from "./verification";
import { listDue, queuePageSize } from "./verificationQueue";
import type { ListingDocument } from "@/lib/listing";
import type { Actor, Role } from "@/lib/permissions";
import { daysAfter } from "@/lib/dates";
import { factsHashes } from "@/lib/verification";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const ana = person("contributor");
const today = await todayInCity();

async function newListing(change: Partial<ListingDocument> = {}) {
  const id = randomUUID();
  const document: ListingDocument = {
    slug: `test-${id}`, kind: "provider", position: 900, name: "Test House", grade: "C", hidden: false, phones: [{ number: "+12135550134", type: "voice" }],
    locations: [], languages: [], schedules: [], conflicts: [], services: [{ needs: ["asylum"], text: { en: { name: "Help" }, es: { name: "Ayuda" } } }], text: { en: {}, es: {} }, sources: {}, ...change,
  };
  await writeDocuments(db, "Organization", [{ id, document }]);
  return { id, slug: document.slug, document };
}
const write = (id: string, document: ListingDocument) => writeDocuments(db, "Organization", [{ id, document }]);
const shown = async (slug: string) => (await getListing(slug, "en"))?.verification;
const called: Verifying = { facts: ["phones"], method: "call", verifiedOn: today };

describe("confirming a listing", () => {
  it("is seen by residents, and written down with its author for staff only", async () => {
    const { id, slug } = await newListing();
    expect(await shown(slug)).toBeNull();
    expect(await verifyListing(ana, id, called)).toBe("verified");
    expect(await shown(slug)).toEqual({ method: "call", verifiedOn: today, validUntil: daysAfter(today, 90) });
    expect(await listVerifications(id)).toMatchObject([{ facts: "phones", method: "call", name: null }]);
    expect(await db.auditEntry.findFirst({ where: { action: "listing.verify", entityId: id }, select: { actorId: true, detail: true } })).toEqual({ actorId: ana.id, detail: called });
  });

  it("ends when the number changes, and not when a translation does", async () => {
    const { id, slug, document } = await newListing();
    await verifyListing(ana, id, { ...called, facts: ["phones", "rest"] });
    await write(id, { ...document, text: { en: {}, es: { intake: "Sin cita." } } });
    expect((await shown(slug))?.validUntil).toBe(daysAfter(today, 90));
    await write(id, { ...document, phones: [{ number: "+12135550199", type: "voice" }] });
    expect(await shown(slug)).toBeNull();
    const until = new Map((await listVerifications(id)).map(({ facts, validUntil }) => [facts, validUntil]));
    expect(until.get("phones")! < today).toBe(true);
    expect(until.get("rest")).toBe(daysAfter(today, 180));
    await write(id, { ...document, website: "https://example.org" });
    expect((await listVerifications(id)).every(({ validUntil }) => validUntil < today)).toBe(true);
  });

  it("says last confirmed once it is overdue, and rows older than hashes count", async () => {
    const { id, slug, document } = await newListing();
    const verifiedOn = daysAfter(today, -100);
    expect(await verifyListing(ana, id, { ...called, verifiedOn })).toBe("verified");
    expect(await shown(slug)).toMatchObject({ verifiedOn, validUntil: daysAfter(today, -10) });
    const old = await newListing();
    await db.verification.create({ data: { organizationId: old.id, method: "call", verifiedOn: new Date(today), validUntil: new Date(daysAfter(today, 90)) }, select: { id: true } });
    await write(old.id, { ...old.document, phones: document.phones.map((phone) => ({ ...phone, extension: "3" })) });
    expect(await shown(old.slug)).toMatchObject({ verifiedOn: today });
  });

  it("of the rest alone says nothing about the number", async () => {
    const { id, slug } = await newListing();
    await verifyListing(ana, id, { ...called, facts: ["rest"] });
    expect(await shown(slug)).toBeNull();
  });

  it("is refused for tomorrow, for long ago, for unknown listings, and for facts that have changed meanwhile", async () => {
    const { id, document } = await newListing();
    expect(await verifyListing(ana, id, { ...called, verifiedOn: daysAfter(today, 1) })).toBe("date");
    expect(await verifyListing(ana, id, { ...called, verifiedOn: daysAfter(today, -181) })).toBe("date");
    expect(await verifyListing(ana, randomUUID(), called)).toBe("gone");
    const seen = factsHashes(document);
    await write(id, { ...document, phones: [] });
    expect(await verifyListing(ana, id, { ...called, seen })).toBe("changed");
    expect(await verifyListing(ana, id, { ...called, facts: ["rest"], seen })).toBe("verified");
    expect(await listVerifications(id)).toHaveLength(1);
  });

  it.each(["translator", "counsel"] as const)("is not for a %s", async (role) => {
    const { id } = await newListing();
    await expect(verifyListing(person(role), id, called)).rejects.toThrow(NotAllowed);
  });

  it("at the moment when the number changes never leaves a wrong number confirmed", async () => {
    for (let round = 0; round < 10; round++) {
      const { document } = await newListing();
      const [id, slug, number] = [randomUUID(), `race-${round}`, `+1213555${2000 + round}`];
      // As whatever changes a listing does: its version first.
      const put = (base: number, change: Partial<ListingDocument>) =>
        db.$transaction((transaction) => putDocuments(transaction, "Organization", [{ id, base, document: { ...document, slug, ...change }, changedFields: [] }], { origin: "import", authorIds: ["a"], decidedById: "b" }));
      expect(await put(0, {})).toEqual([]);
      await Promise.all([verifyListing(ana, id, { ...called, seen: factsHashes(document) }), put(1, { phones: [{ number, type: "voice" }] })]);
      expect((await readDocument(db, "Organization", id))?.phones[0]?.number).toBe(number);
      expect(await shown(slug)).toBeNull();
      expect((await listVerifications(id)).every(({ validUntil }) => validUntil < today)).toBe(true);
    }
  });
});

describe("taking back one's own confirmation", () => {
  const newest = async (actor: Actor, id: string) => (await listOwnVerifications(actor, id))[0]!.id;
  const dueOf = async (id: string) => {
    for (let page = 1; ; page++) {
      const { listings, total } = await listDue({ soon: false, city: "", page });
      const found = listings.find((row) => row.id === id);
      if (found || page * queuePageSize >= total) return found && { phones: found.phones, rest: found.rest, due: found.due };
    }
  };

  it("leaves everything as it was before it, and the log keeps both", async () => {
    const { id, slug } = await newListing();
    await verifyListing(person("editor"), id, { ...called, verifiedOn: daysAfter(today, -100) });
    const before = [await shown(slug), await dueOf(id), await listVerifications(id)];
    await verifyListing(ana, id, { ...called, facts: ["phones", "rest"] });
    expect([(await shown(slug))?.verifiedOn, await dueOf(id)]).toEqual([today, undefined]);
    expect(await listOwnVerifications(ana, id)).toEqual([{ id: expect.any(String), facts: ["phones", "rest"] }]);
    const { createdAt } = await db.verification.findFirstOrThrow({ where: { organizationId: id, staffMemberId: ana.id }, select: { createdAt: true } });
    expect(await takeBackVerification(ana, await newest(ana, id))).toBe(id);
    expect([await shown(slug), await dueOf(id), await listVerifications(id)]).toEqual(before);
    expect(await listOwnVerifications(ana, id)).toEqual([]);
    const log = await db.auditEntry.findMany({ where: { entityId: id, actorId: ana.id }, orderBy: { sequence: "asc" }, select: { action: true, detail: true } });
    const detail = { ...called, facts: ["phones", "rest"] };
    expect(log).toEqual([{ action: "listing.verify", detail }, { action: "listing.verifyWithdraw", detail: { ...detail, madeAt: createdAt.toISOString() } }]);
  });

  it("takes back that one and no earlier one, and only once", async () => {
    const { id, slug } = await newListing();
    await verifyListing(ana, id, { ...called, verifiedOn: daysAfter(today, -3) });
    await new Promise((done) => setTimeout(done, 5));
    await verifyListing(ana, id, called);
    const made = await newest(ana, id);
    expect(await Promise.all([takeBackVerification(ana, made), takeBackVerification(ana, made)]).then((answers) => answers.sort())).toEqual([id, null]);
    expect((await shown(slug))?.verifiedOn).toBe(daysAfter(today, -3));
    expect(await db.auditEntry.count({ where: { entityId: id, action: "listing.verifyWithdraw" } })).toBe(1);
  });

  it("is for its author only, for a day, and for who may confirm", async () => {
    const { id, slug } = await newListing();
    await verifyListing(ana, id, called);
    const made = await newest(ana, id);
    expect(await listOwnVerifications(person("administrator"), id)).toEqual([]);
    expect(await takeBackVerification(person("administrator"), made)).toBeNull();
    await expect(takeBackVerification({ ...ana, role: "translator" }, made)).rejects.toThrow(NotAllowed);
    await db.verification.updateMany({ where: { organizationId: id }, data: { createdAt: new Date(Date.now() - 24 * 3_600_000 - 1_000) } });
    expect([await listOwnVerifications(ana, id), await takeBackVerification(ana, made), await takeBackVerification(ana, "no'such")]).toEqual([[], null, null]);
    expect(await shown(slug)).toMatchObject({ verifiedOn: today });
  });
});

it("confirming and publishing at once do not wait for each other for ever", async () => {
  const { document } = await newListing();
  const id = randomUUID();
  const slug = `both-${id}`;
  await db.$transaction((transaction) => putDocuments(transaction, "Organization", [{ id, base: 0, document: { ...document, slug, sources: { all: ["secondary-listing"] } }, changedFields: [] }], { origin: "import", authorIds: ["a"], decidedById: "b" }));
  for (let round = 0; round < 8; round++) {
    const { version, approved } = (await getEditing("Organization", id))!;
    const [confirmed, saved] = await Promise.all([
      verifyListing(ana, id, { ...called, facts: ["phones"] }),
      saveRevision(person("editor"), { entity: "Organization", entityId: id, base: version, document: { ...approved!, text: { en: { intake: `Walk in, door ${round}.` }, es: {} } }, intent: "publish", sourceKey: "secondary-listing" }),
    ]);
    expect([confirmed, saved]).toMatchObject(["verified", { kind: "saved", published: true }]);
  }
});

describe("the queue", () => {
  const everything = async (filter: { soon?: boolean; city?: string } = {}) => {
    const all = [];
    for (let page = 1; ; page++) {
      const { listings, total } = await listDue({ soon: false, city: "", ...filter, page });
      all.push(...listings);
      if (page * queuePageSize >= total) return all;
    }
  };

  it("puts hotlines first, then doubts, then reports, then what is overdue longest", async () => {
    const city = "Queueville";
    const locations = [{ address1: "1 Main St", city, stateProvince: "CA", postalCode: "90012", addressType: "physical" as const, visibility: "full" as const }];
    const make = async (name: string, change: Partial<ListingDocument> = {}) => (await newListing({ name, locations, ...change })).id;
    const rest = (id: string) => verifyListing(ana, id, { ...called, facts: ["rest"] });
    const late = async (id: string, days: number) => verifyListing(ana, id, { ...called, verifiedOn: daysAfter(today, -days) });
    const [fresh, early, later, never, reported, contested, hotline] = [
      await make("fresh"), await make("early"), await make("later"), await make("never"), await make("reported"),
      await make("contested", { conflicts: [{ field: "phone", note: "two numbers", text: { en: "Two numbers.", es: "Dos números." } }] }), await make("hotline", { kind: "hotline" }),
    ];
    for (const id of [fresh, early, later, never, reported, contested, hotline]) await rest(id);
    await late(fresh, 0);
    await late(early, 110);
    await late(later, 91);
    await db.correction.create({ data: { organizationId: reported, kind: "other", locale: "en" }, select: { id: true } });
    expect((await everything({ city })).map(({ listing }) => listing.name)).toEqual(["hotline", "contested", "reported", "never", "early", "later"]);
    expect((await everything({ city })).map(({ due }) => due)).toEqual(Array(6).fill({ phones: true, rest: false }));
    await late(later, 80);
    expect((await everything({ city })).map(({ listing }) => listing.name)).not.toContain("later");
    expect((await everything({ city, soon: true })).map(({ listing }) => listing.name).at(-1)).toBe("later");
    await hideRecord(person("editor"), "Organization", never, "wrong");
    expect((await everything({ city })).map(({ listing }) => listing.name)).not.toContain("never");
  });

  it("never asks to call where there is no number, and every page has other listings", async () => {
    const { id } = await newListing({ phones: [] });
    expect((await everything()).find((row) => row.id === id)?.due).toEqual({ phones: false, rest: true });
    const ids = (await everything()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await listDue({ soon: false, city: "", page: 1 })).total).toBe(ids.length);
    const past = await listDue({ soon: false, city: "", page: 9_999 });
    expect([past.page, past.total]).toEqual([1, ids.length]);
    expect((await listDue({ soon: false, city: "nowhere'; DROP TABLE", page: 9_999 })).listings).toEqual([]);
  });
});
