import type { BrowserContext, Page } from "playwright";
import { eva, ana } from "./people.ts";
import { sourceKey, testListing } from "./testListing.ts";
import { db } from "../../data/db.ts";
import { approveRevision } from "../../data/revisions/decide.ts";
import { getEditing } from "../../data/revisions/read.ts";
import { saveRevision } from "../../data/revisions/save.ts";
import { slugsOf } from "../../data/translations.ts";
import type { RecordEntity } from "../../lib/documents.ts";
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

type Place = { entity: RecordEntity; entityId: string; pages: string[] };

async function places(): Promise<Place[]> {
  const { entityId, document } = await testListing(everything);
  const section = await db.section.findFirstOrThrow({ where: { chapter: { guideKey: "know-your-rights" } }, orderBy: { id: "asc" }, select: { id: true, chapterId: true } });
  const provision = await db.provision.findFirstOrThrow({ orderBy: { id: "asc" }, select: { id: true, directiveId: true } });
  const [chapter, directive] = [(await slugsOf("Chapter", [section.chapterId])).get(section.chapterId)!, (await slugsOf("Directive", [provision.directiveId])).get(provision.directiveId)!];
  return [
    { entity: "Organization", entityId, pages: [`/en/find-help/${document.slug}`, `/es/buscar-ayuda/${document.slug}`, `/admin/listings/${entityId}`] },
    { entity: "Section", entityId: section.id, pages: [`/en/know-your-rights/${chapter.en}`, `/es/conozca-sus-derechos/${chapter.es}`, `/admin/guide/section/${section.id}`] },
    { entity: "Provision", entityId: provision.id, pages: [`/en/directives/${directive.en}`, `/es/directivas/${directive.es}`, `/admin/directives/provision/${provision.id}`] },
  ];
}

/**
 * Writes each text into every field of a listing, a section and a provision, and opens every page that shows it.
 * @param context signed in as an editor
 * @returns what went wrong: a script that ran, a page that broke, a text that was not kept as it was
 */
export async function hostile(strings: string[], context: BrowserContext, origin: string): Promise<string[]> {
  const wrong: string[] = [];
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
        continue;
      }
      const revision = `/admin/revisions/${saved.revisionId}`;
      wrong.push(...(await look(page, origin + revision, name)));
      const decided = await approveRevision(eva, saved.revisionId, saved.version);
      if (decided.kind !== "decided") wrong.push(`${name}: ${decided.kind}`);
      const stored = await db.revision.findUniqueOrThrow({ where: { id: saved.revisionId }, select: { document: true } });
      if (textHash((await getEditing(entity, entityId))!.approved) !== textHash(stored.document)) wrong.push(`${name}: not kept as it was`);
      for (const path of [...pages, `/admin/history/${entity}/${entityId}`, `/admin/preview/${saved.revisionId}`]) wrong.push(...(await look(page, origin + path, name)));
    }
  await page.close();
  return wrong;
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
