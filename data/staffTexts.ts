import { db } from "./db";
import { readDocuments } from "./records";
import { documentOf } from "./revisions/open";
import type { SourceView } from "./sources";
import { textStatusOf, type TextStatus } from "./translations";
import type { DocumentOf } from "@/lib/documents";
import { typed, type FormValues } from "@/lib/formRows";
import { slugOf } from "@/lib/importedListing";
import { eachLocale, locales, sourceLocale, type Locale } from "@/lib/locales";
import type { TextRecord } from "@/lib/recordForm";

/** One text of the guide or of an act, as the tables of the staff area show it. */
export type StaffText<E extends TextRecord> = {
  id: string;
  /** What residents see; of a new record that nobody has approved yet, what is proposed. */
  document: DocumentOf<E>;
  isNew: boolean;
  /** The draft or proposal that nobody has decided yet. */
  open: { id: string; state: "draft" | "submitted" } | null;
  status: Record<Locale, TextStatus>;
};
export type ChapterTexts = StaffText<"Chapter"> & { sections: StaffText<"Section">[] };
export type DirectiveTexts = StaffText<"Directive"> & { provisions: StaffText<"Provision">[] };

/** Every record of one kind with its open proposal, in the order of its guide, chapter or act. */
async function listTexts<E extends "Chapter" | "Section" | "Directive" | "Provision">(entity: E, ids: string[]): Promise<StaffText<E>[]> {
  const [documents, open] = [
    await readDocuments(db, entity, ids),
    await db.revision.findMany({ where: { entity, openKey: { not: null } }, select: { id: true, entityId: true, state: true, document: true } }),
  ];
  const statuses = await Promise.all(locales.map((locale) => textStatusOf(entity, ids, locale)));
  const openOf = new Map(open.map(({ id, entityId, state }) => [entityId, { id, state: state === "draft" ? ("draft" as const) : ("submitted" as const) }]));
  const approved = [...documents].map(([id, document]) => ({
    id,
    document,
    isNew: false,
    open: openOf.get(id) ?? null,
    status: eachLocale((locale) => statuses[locales.indexOf(locale)]!.get(id)!),
  }));
  const fresh = open.flatMap(({ entityId, document }) =>
    documents.has(entityId) ? [] : [{ id: entityId, document: documentOf(entity, document), isNew: true, open: openOf.get(entityId) ?? null, status: eachLocale(() => noStatus) }],
  );
  return [...approved, ...fresh].sort((a, b) => a.document.position - b.document.position);
}
const noStatus: TextStatus = { counsel: null, reader: null, stale: false };

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** The guides with their chapters and sections, drafts and what is hidden included. */
export async function listGuides(): Promise<{ key: string; chapters: ChapterTexts[] }[]> {
  const guides = await db.guide.findMany({ orderBy: { key: "asc" }, select: { key: true } });
  const [chapters, sections] = [
    await listTexts("Chapter", idsOf(await db.chapter.findMany({ select: { id: true } }))),
    await listTexts("Section", idsOf(await db.section.findMany({ select: { id: true } }))),
  ];
  return guides.map(({ key }) => ({
    key,
    chapters: chapters
      .filter(({ document }) => document.guideKey === key)
      .map((chapter) => ({ ...chapter, sections: sections.filter(({ document }) => document.chapterId === chapter.id) })),
  }));
}

/** The acts of the City with everything that they order, drafts and what is hidden included. */
export async function listActs(): Promise<DirectiveTexts[]> {
  const [directives, provisions] = [
    await listTexts("Directive", idsOf(await db.directive.findMany({ select: { id: true } }))),
    await listTexts("Provision", idsOf(await db.provision.findMany({ select: { id: true } }))),
  ];
  return directives.map((directive) => ({ ...directive, provisions: provisions.filter(({ document }) => document.directiveId === directive.id) }));
}

/** The key of the one city of this installation. */
export async function cityKey(): Promise<string> {
  return (await db.city.findFirstOrThrow({ select: { key: true } })).key;
}

/**
 * What the form of a new record does not say: its place, its key and the ends of its addresses, which are made from its title and never change.
 * @returns null where the form names no guide, chapter or act
 */
export async function newRecordParts(entity: TextRecord, values: FormValues): Promise<object | null> {
  const parent = typed(values, "parent") ?? "";
  const made = (name: string, words = 12) => slugOf((typed(values, name) ?? "").split(/\s+/).slice(0, words).join(" "));
  const titles = eachLocale((locale) => made(`text.${locale}.title`));
  const last = { orderBy: { position: "desc" }, take: 1, select: { position: true } } as const;
  const after = (rows: { position: number }[]) => (rows[0]?.position ?? 0) + 1;
  switch (entity) {
    case "Chapter": {
      const guide = await db.guide.findUnique({ where: { key: parent }, select: { chapters: last } });
      return guide && { guideKey: parent, key: `${parent}/${titles[sourceLocale]}`, slug: titles, position: after(guide.chapters) };
    }
    case "Section": {
      const chapter = await db.chapter.findUnique({ where: { id: parent }, select: { sections: last } });
      return chapter && { chapterId: parent, key: titles[sourceLocale], position: after(chapter.sections), hidden: false };
    }
    case "Directive":
      return { key: titles[sourceLocale], slug: titles, position: after(await db.directive.findMany(last)) };
    case "Provision": {
      const act = await db.directive.findUnique({ where: { id: parent }, select: { provisions: last } });
      return act && { directiveId: parent, key: made(`text.${sourceLocale}.duty`, 6), position: after(act.provisions), hidden: false };
    }
    case "City":
      return null;
  }
}

/** Sources that a text may name: those of texts, those that nothing names yet, and these. */
export async function listTextSources(keys: string[]): Promise<SourceView[]> {
  return db.source.findMany({
    where: { OR: [{ key: { in: keys } }, { citations: { some: { entity: { not: "Organization" } } } }, { citations: { none: {} } }] },
    orderBy: [{ name: "asc" }, { publishedOn: "asc" }, { key: "asc" }],
    take: 2_000,
    select: { key: true, name: true, url: true, kind: true, publishedOn: true, readOn: true, dateNote: true },
  });
}

/** The key of the source that somebody named: by its key, or by its whole name where only one has it; null where there is none. */
export async function findSource(named: string): Promise<string | null> {
  const found = await db.source.findMany({ where: { OR: [{ key: named }, { name: { equals: named, mode: "insensitive" } }] }, take: 2, select: { key: true } });
  return found.find(({ key }) => key === named)?.key ?? (found.length === 1 ? found[0]!.key : null);
}

/** Is this the key of one of the guides? */
export async function isGuide(key: string): Promise<boolean> {
  return (await db.guide.count({ where: { key } })) > 0;
}
