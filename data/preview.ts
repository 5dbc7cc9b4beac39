import { allow } from "./allow";
import { getCity, type CityView } from "./city";
import { db, Prisma, type Transaction } from "./db";
import { listDirectives, readDirective, type DirectiveSummary, type DirectiveView } from "./directives";
import { readChapters, type ChapterView, type GuideKey } from "./guides";
import { listHotlines, readListing, type ListingView } from "./listings";
import { readDocument, writeDocuments } from "./records";
import { documentAt, getRevision } from "./revisions/read";
import { orStop, Stop } from "./revisions/stop";
import { changesBetween } from "@/lib/changes";
import type { AnyDocument, RecordEntity } from "@/lib/documents";
import type { Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";

/**
 * What residents would see with one version of a record in place. city: on several pages (lib/cityPages.ts). hidden: nothing.
 * impossible: it cannot be put in place now (its address is taken, what it belongs to is gone).
 */
export type Preview =
  | { kind: "listing"; listing: NonNullable<Awaited<ReturnType<typeof readListing>>> }
  | { kind: "chapter"; chapter: ChapterView; guideKey: string }
  | { kind: "directive"; directive: DirectiveView }
  | { kind: "city"; city: CityView; hotlines: ListingView[]; directives: DirectiveSummary[] }
  | { kind: "hidden" | "impossible" };
/** Its address is taken, or what it belongs to is not there: as Prisma says it, and as PostgreSQL does to raw SQL. */
const unwritable = ({ code, message }: Prisma.PrismaClientKnownRequestError) => ["P2002", "P2003", "P2025"].includes(code) || (code === "P2010" && /Code: `(23505|23503)`/.test(message));
type Part = { entity: RecordEntity; id: string; document: AnyDocument };

/**
 * One version of a record as residents would see it, made by the very code that makes their pages: it is written, read, and taken back.
 * @param moment the rest of its page as it stood then; null: as it stands now
 * @returns null where there is no such revision
 * @throws NotAllowed
 */
export async function previewRevision(actor: Actor, revisionId: string, locale: Locale, moment: Date | null = null): Promise<Preview | null> {
  allow(actor, "enter");
  const revision = await getRevision(revisionId);
  if (!revision) return null;
  const { entity, entityId, document } = revision;
  if ("hidden" in document && document.hidden) return { kind: "hidden" };
  const own: Part = { entity, id: entityId, document };
  const { parts, absent } = moment ? await pageAt(own, moment) : { parts: [], absent: [] };
  // The end of the transaction is always an exception: nothing that it wrote is ever kept.
  const work: Promise<Preview> = db.$transaction(
    async (transaction) => {
      for (const part of [...parts, own]) await writeDocuments(transaction, part.entity, [part]);
      throw new Stop(await read(transaction, own, locale, absent));
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
  return orStop<Preview, Preview>(work).catch((error: unknown): Preview => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && unwritable(error)) return { kind: "impossible" };
    throw error;
  });
}

/** @param absent the ids of what is not on its page */
async function read(transaction: Transaction, { entity, id, document }: Part, locale: Locale, absent: string[]): Promise<Preview> {
  if (entity === "Organization") {
    const listing = await readListing(id, locale, transaction);
    return listing ? { kind: "listing", listing } : { kind: "hidden" };
  }
  if (entity === "City") {
    const directives = (await listDirectives(locale, transaction)).filter((directive) => !absent.includes(directive.id));
    return { kind: "city", city: await getCity(locale, transaction), hotlines: await listHotlines(locale, transaction), directives };
  }
  const page = pageOf({ entity, id, document });
  if (page.entity === "Directive") {
    const directive = await readDirective(page.id, locale, transaction);
    return directive ? { kind: "directive", directive } : { kind: "hidden" };
  }
  const [chapter] = await readChapters([page.id], locale, transaction);
  const { guideKey } = await transaction.chapter.findUniqueOrThrow({ where: { id: page.id }, select: { guideKey: true } });
  return chapter ? { kind: "chapter", chapter, guideKey } : { kind: "hidden" };
}

/** The record on whose page this one stands. */
function pageOf({ entity, id, document }: Part): { entity: RecordEntity; id: string } {
  if ("chapterId" in document) return { entity: "Chapter", id: document.chapterId };
  if ("directiveId" in document) return { entity: "Directive", id: document.directiveId };
  return { entity, id };
}

/** Everything else on its page as it stood at a moment. What did not exist yet is hidden; acts, which cannot be hidden, are named in `absent`. */
async function pageAt(own: Part, moment: Date): Promise<{ parts: Part[]; absent: string[] }> {
  const page = pageOf(own);
  const [parts, absent]: [Part[], string[]] = [[], []];
  for (const { entity, id } of [page, ...(await childrenOf(page))].filter(({ id }) => id !== own.id)) {
    const then = await documentAt(entity, id, moment);
    if (!then) absent.push(id);
    const known = then ?? (await documentAt(entity, id, new Date()));
    if (!known) continue;
    const document = then || !("hidden" in known.document) ? known.document : { ...known.document, hidden: true };
    // What is the same today is not written: other previews would wait for it.
    if (changesBetween(await readDocument(db, entity, id), document).length > 0) parts.push({ entity, id, document });
  }
  return { parts, absent };
}

/** What stands on the page of a record besides itself. */
async function childrenOf({ entity, id }: { entity: RecordEntity; id: string }): Promise<{ entity: RecordEntity; id: string }[]> {
  const all = (kind: RecordEntity, rows: { id: string }[]) => rows.map((row) => ({ entity: kind, id: row.id }));
  const select = { id: true } as const;
  switch (entity) {
    case "Chapter":
      return all("Section", await db.section.findMany({ where: { chapterId: id }, select }));
    case "Directive":
      return all("Provision", await db.provision.findMany({ where: { directiveId: id }, select }));
    case "City":
      return [...all("Organization", await db.organization.findMany({ where: { kind: "hotline" }, select })), ...all("Directive", await db.directive.findMany({ select }))];
    default:
      return [];
  }
}

/** Where a record stands on its page, as the end of an address: "#open-the-door". Nothing where it is the whole page. */
export async function markOf(document: AnyDocument, locale: Locale): Promise<string> {
  if ("directiveId" in document) return `#${document.key}`;
  if (!("chapterId" in document)) return "";
  const [chapter, text] = await Promise.all([
    db.chapter.findUnique({ where: { id: document.chapterId }, select: { guideKey: true } }),
    db.translation.findFirst({ where: { entity: "Chapter", entityId: document.chapterId, locale }, select: { slug: true } }),
  ]);
  return chapter?.guideKey === ("right-now" satisfies GuideKey) ? `#${text?.slug}-${document.key}` : `#${document.key}`;
}
