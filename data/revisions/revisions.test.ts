import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "../allow";
import { db } from "../db";
import { getListing, listHotlines } from "../listings";
import { readDocument } from "../records";
import { approveRevision, rejectRevision, withdrawRevision } from "./decide";
import { hideRecord } from "./hide";
import { documentAt, getEditing, listHistory } from "./read";
import { proposeShowing, restoreRevision } from "./restore";
import { saveRevision, type Saving } from "./save";
import type { ListingDocument } from "@/lib/listing";
import { newSource } from "@/lib/newSource";
import type { Actor, Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben, eva] = [person("contributor"), person("editor"), person("editor")];
const sourceKey = "secondary-listing";

/** A listing of its own for each test, approved and seen by residents. */
async function newListing(change: Partial<ListingDocument> = {}) {
  const entityId = randomUUID();
  const slug = `test-${entityId}`;
  const document = {
    slug, kind: "provider", position: 900, name: "Test House", grade: "C",
    phones: [{ number: "(213) 555-0134" }],
    locations: [], services: [{ needs: ["asylum"], text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } }],
    text: { en: {}, es: {} }, sources: {}, ...change,
  };
  const saved = await saveRevision(ana, { entity: "Organization", entityId, base: 0, document, intent: "submit", sourceKey });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  expect(await approveRevision(ben, saved.revisionId, saved.version)).toEqual({ kind: "decided" });
  return { entityId, slug };
}

async function edit(actor: Actor, entityId: string, change: Partial<ListingDocument>, more: Partial<Saving<"Organization">> = {}) {
  const editing = (await getEditing("Organization", entityId))!;
  const document = { ...(editing.open?.document ?? editing.approved!), ...change };
  return saveRevision(actor, { entity: "Organization", entityId, base: editing.version, document, intent: "submit", sourceKey, ...more });
}

const phones = (number: string) => ({ phones: [{ number, type: "voice" as const }] });
const numberOf = async (slug: string) => (await getListing(slug, "en"))?.phones[0]?.number;

async function saved(result: Promise<Awaited<ReturnType<typeof saveRevision>> | { kind: "missing" }>) {
  const answer = await result;
  if (answer.kind !== "saved") throw new Error(`not saved: ${JSON.stringify(answer)}`);
  return answer;
}

describe("a change", () => {
  it("of nothing but the order of sources is none", async () => {
    const { entityId } = await newListing();
    const named = async (...keys: string[]) => edit(ana, entityId, { sources: { ...(await readDocument(db, "Organization", entityId))!.sources, name: keys } });
    const added = await saved(named(sourceKey, "secondary-listing-2026-05"));
    expect(await approveRevision(ben, added.revisionId, added.version)).toEqual({ kind: "decided" });
    expect(await named("secondary-listing-2026-05", sourceKey)).toEqual({ kind: "same" });
  });

  it("is seen by nobody before it is approved, and by everybody after", async () => {
    const { entityId, slug } = await newListing();
    const { revisionId, version } = await saved(edit(ana, entityId, phones("213-555-0199")));
    expect(await numberOf(slug)).toBe("+12135550134");
    expect(await approveRevision(ben, revisionId, version)).toEqual({ kind: "decided" });
    expect(await numberOf(slug)).toBe("+12135550199");
    expect((await readDocument(db, "Organization", entityId))?.sources.phone).toEqual([sourceKey]);
  });

  it("of a phone number needs somebody else and a source", async () => {
    const { entityId } = await newListing();
    expect(await edit(eva, entityId, phones("213-555-0199"), { sourceKey: undefined! })).toMatchObject({ kind: "refused", faults: [{ path: "source" }] });
    const { revisionId, version } = await saved(edit(eva, entityId, phones("213-555-0199"), { intent: "publish" }));
    expect(await approveRevision(eva, revisionId, version)).toEqual({ kind: "own" });
    expect(await approveRevision(ben, revisionId, version)).toEqual({ kind: "decided" });
  });

  it("may not name a source that nobody wrote down", async () => {
    const { entityId } = await newListing();
    expect(await edit(ana, entityId, phones("213-555-0199"), { sourceKey: "hearsay" })).toMatchObject({ kind: "refused", faults: [{ path: "sources", code: "choice" }] });
  });

  it("brings its new source along, and leaves none behind where it is not saved", async () => {
    const { entityId } = await newListing();
    const source = newSource.parse({ name: `Read for ${entityId}`, kind: "organization", readOn: "2026-11-01" });
    const written = () => db.source.findMany({ where: { name: source.name }, select: { key: true } });
    expect(await edit(ana, entityId, phones("213-555-0199"), { newSource: source, base: 0 })).toMatchObject({ kind: "conflict" });
    expect(await edit(ana, entityId, { name: "" }, { newSource: source })).toMatchObject({ kind: "refused", faults: [{ path: "name" }] });
    expect(await edit(ana, entityId, {}, { newSource: source })).toEqual({ kind: "same" });
    await expect(edit(person("translator"), entityId, {}, { newSource: source })).rejects.toThrow(NotAllowed);
    expect(await written()).toEqual([]);
    await saved(edit(ana, entityId, phones("213-555-0199"), { newSource: source }));
    const [made] = await written();
    expect((await getEditing("Organization", entityId))?.open).toMatchObject({ sourceKey: made!.key, document: { sources: { phone: [made!.key] } } });
  });

  it("of a phone number needs somebody else even when that person only amended it", async () => {
    const { entityId } = await newListing();
    await saved(edit(ana, entityId, phones("213-555-0199")));
    const amended = await saved(edit(ben, entityId, phones("213-555-0198")));
    expect(await approveRevision(ben, amended.revisionId, amended.version)).toEqual({ kind: "own" });
    expect((await listHistory("Organization", entityId)).map(({ state }) => state)).toEqual(["submitted", "amended", "approved"]);
    expect(await approveRevision(eva, amended.revisionId, amended.version)).toEqual({ kind: "decided" });
  });

  it("of a description may be published by the editor who wrote it, not by a contributor", async () => {
    const { entityId, slug } = await newListing();
    const text = { en: { intake: "Walk in." }, es: { intake: "Sin cita." } };
    expect((await saved(edit(ana, entityId, { text }, { intent: "publish" }))).published).toBe(false);
    const other = await newListing();
    expect((await saved(edit(eva, other.entityId, { text }, { intent: "publish" }))).published).toBe(true);
    expect((await getListing(other.slug, "es"))?.text.intake).toBe("Sin cita.");
    expect((await getListing(slug, "es"))?.text.intake).toBeUndefined();
  });

  it("keeps hands off the address of the page and off hiding", async () => {
    const { entityId } = await newListing();
    const { revisionId, version } = await saved(edit(ana, entityId, { slug: "elsewhere", hidden: true, name: "Other House" }));
    await approveRevision(ben, revisionId, version);
    expect(await readDocument(db, "Organization", entityId)).toMatchObject({ slug: `test-${entityId}`, hidden: false, name: "Other House" });
  });

  it("keeps the source that each part of it came with", async () => {
    const { entityId } = await newListing();
    await saved(edit(ana, entityId, phones("213-555-0199"), { sourceKey: "doj-recognition-roster" }));
    const others = { website: "https://example.org/" };
    expect(await edit(ben, entityId, others, { sourceKey: undefined! })).toMatchObject({ kind: "refused", faults: [{ path: "source" }] });
    await saved(edit(ben, entityId, others));
    const { revisionId, version } = await saved(edit(ana, entityId, { languages: ["ko"] }, { sourceKey: undefined! }).then((answer) => (answer.kind === "refused" ? edit(ana, entityId, { languages: ["ko"] }) : answer)));
    await approveRevision(eva, revisionId, version);
    expect((await readDocument(db, "Organization", entityId))?.sources).toMatchObject({ phone: ["doj-recognition-roster"], website: [sourceKey], languages: [sourceKey] });
  });

  it("that changes nothing is not kept", async () => {
    const { entityId } = await newListing();
    const before = (await getEditing("Organization", entityId))!.version;
    expect(await edit(ana, entityId, {})).toEqual({ kind: "same" });
    expect((await getEditing("Organization", entityId))!.version).toBe(before);
  });

  it("that is rejected or withdrawn stays in the history, and residents never see it", async () => {
    const { entityId, slug } = await newListing();
    const first = await saved(edit(ana, entityId, phones("213-555-0199")));
    expect(await rejectRevision(ben, first.revisionId, first.version, " ")).toEqual({ kind: "reason" });
    expect(await rejectRevision(ben, first.revisionId, first.version, "Nobody answers there.")).toEqual({ kind: "decided" });
    const second = await saved(edit(ana, entityId, phones("213-555-0198")));
    expect(await withdrawRevision(ben, second.revisionId, second.version)).toEqual({ kind: "gone" });
    expect(await withdrawRevision(ana, second.revisionId, second.version)).toEqual({ kind: "decided" });
    expect(await approveRevision(eva, second.revisionId, second.version + 1)).toEqual({ kind: "gone" });
    expect((await listHistory("Organization", entityId)).map(({ state, reason }) => [state, reason])).toEqual([["withdrawn", null], ["rejected", "Nobody answers there."], ["approved", null]]);
    expect(await numberOf(slug)).toBe("+12135550134");
  });
});

describe("two at once", () => {
  it("one wins, the other gets both texts and loses nothing", async () => {
    const { entityId } = await newListing();
    const { version, approved } = (await getEditing("Organization", entityId))!;
    const save = (actor: Actor, name: string) => saveRevision(actor, { entity: "Organization", entityId, base: version, document: { ...approved!, name }, intent: "submit", sourceKey });
    const answers = await Promise.all([save(ana, "First House"), save(ben, "Second House")]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
    const [conflict] = answers.filter(({ kind }) => kind === "conflict");
    const winner = answers[0]!.kind === "saved" ? "First House" : "Second House";
    expect(conflict).toMatchObject({ version: version + 1, latest: { name: winner } });
  });

  it("approve: one decides", async () => {
    const { entityId } = await newListing();
    const { revisionId, version } = await saved(edit(ana, entityId, phones("213-555-0199")));
    const answers = await Promise.all([approveRevision(ben, revisionId, version), rejectRevision(eva, revisionId, version, "No.")]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["decided", "gone"]);
  });
});

describe("hiding", () => {
  it("takes effect at once with one person, and showing again takes two", async () => {
    const { entityId, slug } = await newListing({ kind: "hotline" });
    expect((await listHotlines("es")).map(({ id }) => id)).toContain(entityId);
    expect(await hideRecord(ben, "Organization", entityId, "A scam.")).toBe(true);
    expect(await getListing(slug, "en")).toBeNull();
    expect((await listHotlines("es")).map(({ id }) => id)).not.toContain(entityId);
    const base = (await getEditing("Organization", entityId))!.version;
    expect(await hideRecord(ben, "Organization", entityId, "Again.")).toBe(false);
    expect((await getEditing("Organization", entityId))!.version).toBe(base);
    const { revisionId, version } = await saved(proposeShowing(ben, "Organization", entityId, base));
    expect(await approveRevision(ben, revisionId, version)).toEqual({ kind: "own" });
    expect(await getListing(slug, "en")).toBeNull();
    expect(await approveRevision(eva, revisionId, version)).toEqual({ kind: "decided" });
    expect(await getListing(slug, "en")).not.toBeNull();
  });

  it("ends as proposed, whatever is added to the proposal meanwhile", async () => {
    const { entityId, slug } = await newListing();
    const open = await saved(edit(ana, entityId, phones("213-555-0199")));
    await hideRecord(ben, "Organization", entityId, "");
    await saved(proposeShowing(ben, "Organization", entityId, open.version + 1));
    const added = await saved(edit(ana, entityId, { grade: "A" }));
    expect(await approveRevision(eva, added.revisionId, added.version)).toEqual({ kind: "decided" });
    expect(await numberOf(slug)).toBe("+12135550199");
  });

  it("outlasts the approval of a proposal that was open, and the return of an old version", async () => {
    const { entityId, slug } = await newListing();
    const open = await saved(edit(ana, entityId, phones("213-555-0199")));
    await hideRecord(ben, "Organization", entityId, "");
    const { version } = (await getEditing("Organization", entityId))!;
    expect(await approveRevision(ben, open.revisionId, version)).toEqual({ kind: "decided" });
    expect(await getListing(slug, "en")).toBeNull();
    const first = (await listHistory("Organization", entityId)).at(-1)!;
    const restored = await saved(restoreRevision(ana, first.id, version + 1));
    expect(await approveRevision(ben, restored.revisionId, restored.version)).toEqual({ kind: "decided" });
    expect(await getListing(slug, "en")).toBeNull();
    expect((await readDocument(db, "Organization", entityId))?.phones[0]?.number).toBe("+12135550134");
  });
});

describe("history", () => {
  it("answers what residents saw at a moment", async () => {
    const { entityId } = await newListing();
    const before = new Date();
    await new Promise((done) => setTimeout(done, 5));
    const { revisionId, version } = await saved(edit(ana, entityId, phones("213-555-0199")));
    await approveRevision(ben, revisionId, version);
    expect((await documentAt("Organization", entityId, before))?.document.phones[0]?.number).toBe("+12135550134");
    expect((await documentAt("Organization", entityId, new Date()))?.document.phones[0]?.number).toBe("+12135550199");
    expect(await documentAt("Organization", entityId, new Date("2020-01-01"))).toBeNull();
  });

  it("knows the starter content of every record, whole", async () => {
    for (const entity of ["Organization", "Chapter", "Section", "Directive", "Provision", "City"] as const) {
      const starters = await db.revision.findMany({ where: { entity, origin: "starter" }, select: { entityId: true, document: true } });
      expect(starters.length).toBeGreaterThan(0);
      for (const { entityId, document } of starters) expect(JSON.parse(JSON.stringify(await readDocument(db, entity, entityId)))).toEqual(document);
    }
  });
});

describe("who may", () => {
  it("propose and decide: each role its own", async () => {
    const { entityId } = await newListing();
    const { version, approved } = (await getEditing("Organization", entityId))!;
    const propose = (role: Role, change: object) => saveRevision(person(role), { entity: "Organization", entityId, base: version, document: { ...approved!, ...change }, intent: "draft", sourceKey });
    for (const role of ["translator", "counsel"] as const) await expect(propose(role, { name: "Other" })).rejects.toThrow(NotAllowed);
    await expect(propose("counsel", { text: { en: {}, es: { intake: "Sin cita." } } })).rejects.toThrow(NotAllowed);
    expect((await propose("translator", { text: { en: {}, es: { intake: "Sin cita." } } })).kind).toBe("saved");
    await expect(hideRecord(ana, "Organization", entityId, "")).rejects.toThrow(NotAllowed);
    await expect(approveRevision(ana, "any", 1)).rejects.toThrow(NotAllowed);
    await expect(approveRevision({ ...ben, secondFactor: false }, "any", 1)).rejects.toThrow(NotAllowed);
    const city = (await db.city.findFirstOrThrow({ select: { key: true } })).key;
    const editing = (await getEditing("City", city))!;
    await expect(saveRevision(ben, { entity: "City", entityId: city, base: editing.version, document: { ...editing.approved!, exitUrl: "https://example.org/" }, intent: "submit" })).rejects.toThrow(NotAllowed);
  });
});
