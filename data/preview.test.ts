import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getCity } from "./city";
import { db } from "./db";
import { listDirectives, readDirective } from "./directives";
import { readChapters } from "./guides";
import { getListing, listHotlines } from "./listings";
import { previewRevision, type Preview } from "./preview";
import { approveRevision } from "./revisions/decide";
import { hideRecord } from "./revisions/hide";
import { documentAt, getEditing } from "./revisions/read";
import { saveRevision } from "./revisions/save";
import type { DocumentOf, RecordEntity } from "@/lib/documents";
import { locales } from "@/lib/locales";
import { roles, type Actor, type Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben] = [person("contributor"), person("editor")];
const sourceKey = "secondary-listing";

async function propose<E extends RecordEntity>(entity: E, entityId: string, change: (document: DocumentOf<E>) => object) {
  const editing = (await getEditing(entity, entityId))!;
  const document = change(structuredClone(editing.open?.document ?? editing.approved!));
  const saved = await saveRevision(entity === "City" ? person("administrator") : ana, { entity, entityId, base: editing.version, document, intent: "submit", sourceKey });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return saved;
}

async function newListing(slug = `test-${randomUUID()}`) {
  const entityId = randomUUID();
  const document = {
    slug, kind: "provider", position: 900, name: "Test House", grade: "C", phones: [{ number: "(213) 555-0134" }], locations: [],
    services: [{ needs: ["asylum"], text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } }], text: { en: {}, es: {} }, sources: {},
  };
  const saved = await saveRevision(ana, { entity: "Organization", entityId, base: 0, document, intent: "submit", sourceKey });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return { ...saved, entityId, slug };
}

/** Every row of every table, in short. */
async function everything(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ rows: string }[]>(`SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS rows FROM "${name}" AS t`);
    found[name] = row!.rows;
  }
  return found;
}

async function traceless(id: string, moment: Date | null = null): Promise<(Preview | null)[]> {
  const before = await everything();
  const previews: (Preview | null)[] = [];
  for (const locale of locales) previews.push(await previewRevision(ana, id, locale, moment));
  expect(await everything()).toEqual(before);
  return previews;
}

const sectionOf = async () => {
  const section = await db.section.findFirstOrThrow({ where: { chapter: { guideKey: "know-your-rights" } }, select: { id: true, key: true, chapterId: true } });
  return { ...section, chapter: async () => (await readChapters([section.chapterId], "en"))[0]!.sections.find(({ key }) => key === section.key)! };
};

describe("a preview shows the proposal, residents nothing of it, and leaves no trace", () => {
  it("of a listing", async () => {
    const { revisionId, version, entityId, slug } = await newListing();
    expect((await traceless(revisionId)).map((preview) => preview?.kind)).toEqual(["listing", "listing"]);
    expect(await getListing(slug, "en")).toBeNull();
    await approveRevision(ben, revisionId, version);
    const change = await propose("Organization", entityId, (listing) => ({ ...listing, phones: [{ number: "213-555-0199", type: "voice" }], locations: [{ address1: "1 Secret St", city: "Los Angeles", stateProvince: "CA", postalCode: "90012", visibility: "area" }] }));
    const [english, spanish] = await traceless(change.revisionId);
    expect(english).toMatchObject({ kind: "listing", listing: { phones: [{ number: "+12135550199" }], services: [{ name: "Legal help" }] } });
    expect(spanish).toMatchObject({ kind: "listing", listing: { services: [{ name: "Ayuda legal" }] } });
    expect(JSON.stringify([english, spanish])).not.toContain("Secret");
    expect((await getListing(slug, "en"))?.phones[0]?.number).toBe("+12135550134");
  });

  it("of a section, on the page of its chapter", async () => {
    const section = await sectionOf();
    const before = await section.chapter();
    const { revisionId } = await propose("Section", section.id, (document) => ({ ...document, text: { ...document.text, en: { ...document.text.en, title: "Another title" } } }));
    const [english, spanish] = await traceless(revisionId);
    expect(english?.kind === "chapter" && english.chapter.sections.find(({ key }) => key === section.key)).toMatchObject({ title: "Another title", status: { counsel: null } });
    expect(spanish?.kind === "chapter" && spanish.chapter.sections.find(({ key }) => key === section.key)?.status.stale).toBe(true);
    expect(await section.chapter()).toEqual(before);
  });

  it("of a chapter, a directive and a provision", async () => {
    const chapter = await db.chapter.findFirstOrThrow({ where: { guideKey: "right-now" }, select: { id: true } });
    const { revisionId } = await propose("Chapter", chapter.id, (document) => ({ ...document, text: { ...document.text, en: { ...document.text.en, title: "Elsewhere" } } }));
    expect((await traceless(revisionId))[0]).toMatchObject({ kind: "chapter", guideKey: "right-now", chapter: { title: "Elsewhere" } });
    const provision = await db.provision.findFirstOrThrow({ select: { id: true, key: true, directiveId: true } });
    const act = await propose("Directive", provision.directiveId, (document) => ({ ...document, status: "superseded" }));
    expect((await traceless(act.revisionId))[0]).toMatchObject({ kind: "directive", directive: { status: "superseded" } });
    const point = await propose("Provision", provision.id, (document) => ({ ...document, text: { ...document.text, es: { ...document.text.es, actor: "Otra persona" } } }));
    const [, spanish] = await traceless(point.revisionId);
    expect(spanish?.kind === "directive" && spanish.directive.provisions.find(({ key }) => key === provision.key)?.actor).toBe("Otra persona");
    expect((await readDirective(provision.directiveId, "es"))?.provisions.map(({ actor }) => actor)).not.toContain("Otra persona");
  });

  it("of the city's settings, with the hotlines and acts of the pages where they stand", async () => {
    const { key } = await db.city.findFirstOrThrow({ select: { key: true } });
    const { revisionId } = await propose("City", key, (document) => ({ ...document, exitUrl: "https://example.org/", text: { ...document.text, en: { ...document.text.en, about: "Another *guide*." } } }));
    const [english, spanish] = await traceless(revisionId);
    expect(english).toMatchObject({ kind: "city", city: { exitUrl: "https://example.org/", about: "Another *guide*.", stale: false } });
    expect(spanish).toMatchObject({ kind: "city", city: { exitUrl: "https://example.org/", about: (await getCity("es")).about, stale: true } });
    expect(english?.kind === "city" && [english.hotlines.map(({ id }) => id), english.directives.map(({ id }) => id)]).toEqual([(await listHotlines("en")).map(({ id }) => id), (await listDirectives("en")).map(({ id }) => id)]);
    expect((await getCity("en")).exitUrl).not.toBe("https://example.org/");
    expect((await traceless(revisionId, new Date())).map((preview) => preview?.kind)).toEqual(["city", "city"]);
  });
});

describe("a preview that cannot be", () => {
  it("says that its address is taken", async () => {
    const [first, second] = [await newListing(), await newListing()];
    await approveRevision(ben, first.revisionId, first.version);
    await db.$executeRaw`UPDATE "Revision" SET document = jsonb_set(document, '{slug}', to_jsonb(${first.slug}::text)) WHERE id = ${second.revisionId}`;
    expect(await traceless(second.revisionId)).toEqual([{ kind: "impossible" }, { kind: "impossible" }]);
  });

  it("says that its chapter is gone", async () => {
    const section = await sectionOf();
    const orphan = await propose("Section", section.id, (document) => ({ ...document, lastReviewedOn: "2026-01-01" }));
    await db.$executeRaw`UPDATE "Revision" SET document = jsonb_set(document, '{chapterId}', to_jsonb(${randomUUID()}::text)) WHERE id = ${orphan.revisionId}`;
    expect(await traceless(orphan.revisionId)).toEqual([{ kind: "impossible" }, { kind: "impossible" }]);
  });

  it("says that it is hidden, or is nothing", async () => {
    const { entityId, revisionId, version } = await newListing();
    await approveRevision(ben, revisionId, version);
    const change = await propose("Organization", entityId, (listing) => ({ ...listing, name: "Other House" }));
    await hideRecord(ben, "Organization", entityId, "A scam.");
    expect(await traceless(change.revisionId)).toEqual([{ kind: "hidden" }, { kind: "hidden" }]);
    expect(await traceless("../../etc/passwd")).toEqual([null, null]);
  });
});

describe("at a moment", () => {
  it("the whole page is as it stood then", async () => {
    const [mine, other] = await db.section.findMany({ where: { chapter: { guideKey: "know-your-rights", position: 2 } }, orderBy: { position: "asc" }, take: 2, select: { id: true, key: true } });
    const original = (await documentAt("Section", other!.id, new Date()))!;
    const before = new Date();
    await new Promise((done) => setTimeout(done, 5));
    const change = await propose("Section", other!.id, (document) => ({ ...document, text: { ...document.text, en: { ...document.text.en, title: "Changed later" } } }));
    await approveRevision(ben, change.revisionId, change.version);
    const { id } = (await documentAt("Section", mine!.id, before))!;
    const titleThen = async (moment: Date | null) => {
      const [english] = await traceless(id, moment);
      return english?.kind === "chapter" && english.chapter.sections.find(({ key }) => key === other!.key)?.title;
    };
    expect(await titleThen(null)).toBe("Changed later");
    expect(await titleThen(before)).toBe(original.document.text.en.title);
    expect(await titleThen(new Date("2020-01-01"))).toBe(undefined);
  });

  it("the city's pages have the acts and hotlines of then, as they were then", async () => {
    const { key } = await db.city.findFirstOrThrow({ select: { key: true } });
    const [acts, [hotline]] = [await listDirectives("en"), await listHotlines("en")];
    const before = new Date();
    await new Promise((done) => setTimeout(done, 5));
    const { document } = (await documentAt("Directive", acts[0]!.id, before))!;
    const entityId = randomUUID();
    const saved = await saveRevision(ana, {
      entity: "Directive", entityId, base: 0, document: { ...document, key: "later", slug: { en: "later", es: "despues" } }, intent: "submit", sourceKey,
    });
    if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
    await approveRevision(ben, saved.revisionId, saved.version);
    const change = await propose("Organization", hotline!.id, (listing) => ({ ...listing, name: "Later Hotline" }));
    await approveRevision(ben, change.revisionId, change.version);
    const { id } = (await documentAt("City", key, before))!;
    const shown = async (moment: Date | null) => (await traceless(id, moment)).map((preview) => preview?.kind === "city" && [preview.directives.map((act) => act.id), preview.hotlines.find((one) => one.id === hotline!.id)?.name]);
    const then = [acts.map((act) => act.id), hotline!.name];
    expect(await shown(before)).toEqual([then, then]);
    for (const now of await shown(null)) expect(now).toEqual([expect.arrayContaining([entityId]), "Later Hotline"]);
    expect(await shown(new Date("2020-01-01"))).toEqual([[[], undefined], [[], undefined]]);
  });
});

it("previews at the same time do not keep a proposal from being approved", async () => {
  const { revisionId, version, slug } = await newListing();
  const previews = Array.from({ length: 12 }, () => previewRevision(ana, revisionId, "en").then((preview) => preview?.kind, () => "busy"));
  const [decided] = await Promise.all([approveRevision(ben, revisionId, version), ...previews]);
  expect(decided).toEqual({ kind: "decided" });
  expect(await getListing(slug, "en")).not.toBeNull();
});

it("everybody who may enter may look", async () => {
  const { revisionId } = await newListing();
  for (const role of roles) expect((await previewRevision({ id: randomUUID(), role, secondFactor: false }, revisionId, "es"))?.kind).toBe("listing");
});
