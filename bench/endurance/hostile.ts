import { randomUUID } from "node:crypto";
import type { BrowserContext } from "playwright";
import { openPages } from "./openPages.ts";
import { ada, ana, eve, eva } from "./people.ts";
import { sourceKey, testListing } from "./testListing.ts";
import { db } from "../../data/db.ts";
import { readDocument } from "../../data/records.ts";
import { approveRevision } from "../../data/revisions/decide.ts";
import { hideRecord } from "../../data/revisions/hide.ts";
import { getEditing } from "../../data/revisions/read.ts";
import { saveRevision } from "../../data/revisions/save.ts";
import { slugsOf } from "../../data/translations.ts";
import { documents, type DocumentOf, type RecordEntity } from "../../lib/documents.ts";
import { textHash } from "../../lib/hash.ts";
import { newSource } from "../../lib/newSource.ts";

/** What a record is found by and belongs to. */
const kept = /^(slug|key|chapterId|directiveId|guideKey|madeLawBy|group|position|sources|needs|languages|confirmed)$/;

/** The document with the text in every field that takes words. */
function filledWith(value: unknown, text: string, name = ""): unknown {
  if (kept.test(name)) return value;
  if (typeof value === "string") return text;
  if (Array.isArray(value)) return value.map((item) => filledWith(item, text));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filledWith(entry, text, key)]));
}

/** The same, where fields that refuse it (a date, a web address, one line for two) keep what they had; null: no field takes it. */
function filled<E extends RecordEntity>(entity: E, approved: DocumentOf<E>, text: string): unknown {
  const document = filledWith(approved, text);
  // Each text brings a source of its own, and a record has twenty at most.
  if ("sources" in approved && Array.isArray(approved.sources)) put(document, ["sources"], approved.sources.slice(0, 5));
  const { error } = documents[entity].safeParse(document);
  for (const { path } of error?.issues ?? []) if (path.length > 0) put(document, path, path.reduce<unknown>((value, name) => (value as Record<PropertyKey, unknown>)[name], approved));
  const { data } = documents[entity].safeParse(document);
  // Which sources it has is no word of the text: a blank one changes nothing else.
  return data && textHash({ ...data, sources: null }) !== textHash({ ...approved, sources: null }) ? document : null;
}

function put(document: unknown, path: PropertyKey[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((part, name) => (part as Record<PropertyKey, unknown>)[name], document);
  (parent as Record<PropertyKey, unknown>)[path.at(-1)!] = value;
}

/** A listing that says everything a listing can say. */
const everything = {
  alternateName: "x",
  locations: [{ address1: "x", address2: "x", city: "x", stateProvince: "CA", postalCode: "90012", addressType: "physical" as const, visibility: "full" as const }],
  recognition: { recognizedOn: "2020-01-01", expiresOn: "2030-01-01", renewalPending: false, status: "Active" },
  services: [{ needs: [], text: { en: { name: "x", description: "x" }, es: { name: "x", description: "x" } } }],
  text: { en: texts(), es: texts() },
  conflicts: [{ field: "phone" as const, note: "x", text: { en: "x", es: "x" } }],
};
function texts() {
  return { description: "x", intake: "x", hoursNote: "x", languagesNote: "x", coverage: "x" };
}

/** A new record like another one, so that the starter content stays as it is. */
async function copy<E extends "Section" | "Provision">(entity: E, id: string): Promise<DocumentOf<E> & { id: string }> {
  const like = (await readDocument(db, entity, id))!;
  const entityId = randomUUID();
  const document = { ...like, key: `test-${entityId}`, position: 900 };
  const saved = await saveRevision(ana, { entity, entityId, base: 0, document, intent: "submit", sourceKey });
  if (saved.kind !== "saved") throw new Error(`The ${entity} was not saved: ${JSON.stringify(saved)}`);
  await approveRevision(eva, saved.revisionId, saved.version);
  return { ...document, id: entityId };
}

/** seen: the resident's page, English and Spanish. */
type Place = { entity: RecordEntity; entityId: string; seen: [string, string]; form: string };

async function places(): Promise<Place[]> {
  const { entityId, document } = await testListing(everything);
  const likeSection = await db.section.findFirstOrThrow({ where: { chapter: { guideKey: "know-your-rights" } }, orderBy: { id: "asc" }, select: { id: true } });
  const likeProvision = await db.provision.findFirstOrThrow({ orderBy: { id: "asc" }, select: { id: true } });
  const section = await copy("Section", likeSection.id);
  const provision = await copy("Provision", likeProvision.id);
  const { chapterId } = section;
  const { directiveId } = provision;
  const { key } = await db.city.findFirstOrThrow({ select: { key: true } });
  const [chapter, directive] = [(await slugsOf("Chapter", [chapterId])).get(chapterId)!, (await slugsOf("Directive", [directiveId])).get(directiveId)!];
  const guide: Place["seen"] = [`/en/know-your-rights/${chapter.en}`, `/es/conozca-sus-derechos/${chapter.es}`];
  const act: Place["seen"] = [`/en/directives/${directive.en}`, `/es/directivas/${directive.es}`];
  return [
    { entity: "Organization", entityId, seen: [`/en/find-help/${document.slug}`, `/es/buscar-ayuda/${document.slug}`], form: `/admin/listings/${entityId}` },
    { entity: "Section", entityId: section.id, seen: guide, form: `/admin/guide/section/${section.id}` },
    { entity: "Provision", entityId: provision.id, seen: act, form: `/admin/directives/provision/${provision.id}` },
    // These others see too: only where nobody else is.
    { entity: "Chapter", entityId: chapterId, seen: guide, form: `/admin/guide/chapter/${chapterId}` },
    { entity: "Directive", entityId: directiveId, seen: act, form: `/admin/directives/${directiveId}` },
    { entity: "City", entityId: key, seen: ["/en/about", "/es/acerca-de"], form: "/admin/settings" },
  ];
}

export const ownKinds: RecordEntity[] = ["Organization", "Section", "Provision"];

export type HostileReport = { saved: number; refused: number; pages: number; wrong: string[] };
/** Every so many texts the pages that draw the same words again are opened too: the proposal, the other language, history, preview. */
export const furtherPagesEvery = 10;

/**
 * Writes each text into every field of a record of each kind and into the name of its source, and opens the pages that
 * show it: the residents' page and the form.
 * @param context signed in as an administrator, for the city's settings; else as an editor
 * @param kinds of records
 * @returns what went wrong: a script that ran, a page that broke, a text that was not kept as it was
 */
export async function hostile(strings: string[], context: BrowserContext, origin: string, kinds = Object.keys(documents) as RecordEntity[]): Promise<HostileReport> {
  const report: HostileReport = { saved: 0, refused: 0, pages: 0, wrong: [] };
  const all = (await places()).filter(({ entity }) => kinds.includes(entity));
  for (const [index, text] of strings.entries()) {
    const further = index % furtherPagesEvery === 0;
    const pages = new Set<string>();
    for (const place of all) {
      const { entity, entityId } = place;
      const revisionId = await write(place, text, `text ${index} in ${entity}`, report).catch((error: unknown) => {
        report.wrong.push(`text ${index} in ${entity}: ${String(error).slice(0, 500)}`);
        return null;
      });
      if (revisionId === null) continue;
      const again = [place.seen[1], `/admin/revisions/${revisionId}`, `/admin/history/${entity}/${entityId}`, `/admin/preview/${revisionId}`];
      for (const path of [place.seen[0], place.form, ...(further ? again : [])]) pages.add(path);
    }
    report.pages += pages.size;
    report.wrong.push(...(await openPages(context, [...pages].map((path) => origin + path), `text ${index}`)));
  }
  for (const { entity, entityId } of all) if (entity === "Organization" || entity === "Section" || entity === "Provision") await hideRecord(eva, entity, entityId, "");
  return report;
}

/** @returns the approved revision; null where no field takes the text, or something went wrong */
async function write({ entity, entityId }: Place, text: string, name: string, report: HostileReport): Promise<string | null> {
  const { version, approved } = (await getEditing(entity, entityId))!;
  const document = approved && filled(entity, approved, text);
  if (!document) {
    report.refused++;
    return null;
  }
  const [author, other] = entity === "City" ? [ada, eve] : [ana, eva];
  const source = newSource.safeParse({ name: text, kind: "secondary", readOn: "2020-01-01" });
  const saved = await saveRevision(author, { entity, entityId, base: version, document, intent: "submit", ...(source.success ? { newSource: source.data } : { sourceKey }) });
  if (saved.kind !== "saved") {
    report.wrong.push(`${name}: ${JSON.stringify(saved)}`);
    return null;
  }
  const decided = await approveRevision(other, saved.revisionId, saved.version);
  const stored = await db.revision.findUniqueOrThrow({ where: { id: saved.revisionId }, select: { document: true } });
  if (decided.kind !== "decided" || textHash((await getEditing(entity, entityId))!.approved) !== textHash(stored.document)) report.wrong.push(`${name}: not kept as it was (${decided.kind})`);
  report.saved++;
  return saved.revisionId;
}
