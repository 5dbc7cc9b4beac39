import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright";
import { eva, ana } from "./people.ts";
import { sourceKey, testListing } from "./testListing.ts";
import { db } from "../../data/db.ts";
import { readDocument } from "../../data/records.ts";
import { approveRevision } from "../../data/revisions/decide.ts";
import { hideRecord } from "../../data/revisions/hide.ts";
import { getEditing } from "../../data/revisions/read.ts";
import { saveRevision } from "../../data/revisions/save.ts";
import { slugsOf } from "../../data/translations.ts";
import type { DocumentOf, RecordEntity } from "../../lib/documents.ts";
import { textHash } from "../../lib/hash.ts";

/** Fields that a schema keeps in a shape of their own: nothing hostile can be written there. */
const shaped = /^(slug|kind|grade|type|key|chapterId|directiveId|guideKey|option|cost|byday|opensAt|closesAt|addressType|visibility|stateProvince|postalCode|number|extension|recognizedOn|expiresOn|lastReviewedOn|field|status|pictogram|website|email|group|needs|languages|sources|position)$/;

/** The document with the text in every field that takes words. */
function filledWith(value: unknown, text: string, name = ""): unknown {
  if (shaped.test(name)) return value;
  if (typeof value === "string") return text;
  if (Array.isArray(value)) return value.map((item) => filledWith(item, text));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filledWith(entry, text, key)]));
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

type Place = { entity: RecordEntity; entityId: string; pages: string[] };

async function places(): Promise<Place[]> {
  const { entityId, document } = await testListing(everything);
  const likeSection = await db.section.findFirstOrThrow({ where: { chapter: { guideKey: "know-your-rights" } }, orderBy: { id: "asc" }, select: { id: true } });
  const likeProvision = await db.provision.findFirstOrThrow({ orderBy: { id: "asc" }, select: { id: true } });
  const section = await copy("Section", likeSection.id);
  const provision = await copy("Provision", likeProvision.id);
  const [chapter, directive] = [(await slugsOf("Chapter", [section.chapterId])).get(section.chapterId)!, (await slugsOf("Directive", [provision.directiveId])).get(provision.directiveId)!];
  return [
    { entity: "Organization", entityId, pages: [`/en/find-help/${document.slug}`, `/es/buscar-ayuda/${document.slug}`, `/admin/listings/${entityId}`] },
    { entity: "Section", entityId: section.id, pages: [`/en/know-your-rights/${chapter.en}`, `/es/conozca-sus-derechos/${chapter.es}`, `/admin/guide/section/${section.id}`] },
    { entity: "Provision", entityId: provision.id, pages: [`/en/directives/${directive.en}`, `/es/directivas/${directive.es}`, `/admin/directives/provision/${provision.id}`] },
  ];
}

export type HostileReport = { saved: number; refused: number; pages: number; wrong: string[] };
/** Every so many texts the pages that draw the same words again are opened too: the other language, history, preview. */
const furtherPagesEvery = 10;

/**
 * Writes each text into every field of a listing, a section and a provision, and opens the pages that show it: the
 * proposal, the residents' page, the form.
 * @param context signed in as an editor
 * @returns what went wrong: a script that ran, a page that broke, a text that was not kept as it was
 */
export async function hostile(strings: string[], context: BrowserContext, origin: string): Promise<HostileReport> {
  const wrong: string[] = [];
  const report: HostileReport = { saved: 0, refused: 0, pages: 0, wrong };
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    wrong.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const all = await places();
  for (const [index, text] of strings.entries())
    for (const { entity, entityId, pages } of all) {
      const name = `text ${index} in ${entity}`;
      const { version, approved } = (await getEditing(entity, entityId))!;
      const document = filledWith(approved, text);
      const saved = await saveRevision(ana, { entity, entityId, base: version, document, intent: "submit", sourceKey });
      // Some texts are refused whole (half a character, only spaces) or too long for a line: that is an answer too.
      if (saved.kind !== "saved") {
        if (saved.kind === "conflict") wrong.push(`${name}: ${saved.kind}`);
        report.refused++;
        continue;
      }
      report.saved++;
      const open = async (path: string) => {
        report.pages++;
        wrong.push(...(await look(page, origin + path, name)));
      };
      await open(`/admin/revisions/${saved.revisionId}`);
      const decided = await approveRevision(eva, saved.revisionId, saved.version);
      if (decided.kind !== "decided") wrong.push(`${name}: ${decided.kind}`);
      const stored = await db.revision.findUniqueOrThrow({ where: { id: saved.revisionId }, select: { document: true } });
      if (textHash((await getEditing(entity, entityId))!.approved) !== textHash(stored.document)) wrong.push(`${name}: not kept as it was`);
      const [english, other, form] = pages;
      const further = index % furtherPagesEvery === 0 ? [other!, `/admin/history/${entity}/${entityId}`, `/admin/preview/${saved.revisionId}`] : [];
      for (const path of [english!, form!, ...further]) await open(path);
    }
  await page.close();
  for (const { entity, entityId } of all) if (entity !== "Chapter" && entity !== "Directive" && entity !== "City") await hideRecord(eva, entity, entityId, "");
  return report;
}

async function look(page: Page, url: string, name: string): Promise<string[]> {
  const response = await page.goto(url, { waitUntil: "load" });
  const wrong: string[] = [];
  if (response?.status() !== 200) wrong.push(`${name}: ${url} answered ${response?.status()}`);
  if (new URL(page.url()).href !== url) wrong.push(`${name}: ${url} led to ${page.url()}`);
  for (const frame of page.frames()) {
    const found = await frame.evaluate(() => ({ hit: "hit" in window, main: document.querySelectorAll("main").length, scripts: document.querySelectorAll("script[src^='http']").length })).catch(() => null);
    if (found?.hit) wrong.push(`${name}: a script ran on ${url}`);
    if (found && frame === page.mainFrame() && found.main !== 1) wrong.push(`${name}: ${url} has ${found.main} <main>`);
  }
  return wrong;
}
