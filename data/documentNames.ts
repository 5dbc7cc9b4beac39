import { db } from "./db";
import { listNeeds } from "./listings";
import type { SourceView } from "./sources";
import { translationsOf } from "./translations";
import type { AnyDocument } from "@/lib/documents";
import type { Locale } from "@/lib/locales";

/**
 * What people call the codes in some documents, in one language.
 * @returns "needs/asylum" → "Asylum", "sources/<key>" → name, "records/<id of a chapter or directive>" → title
 */
export async function documentNames(documents: (AnyDocument | null)[], locale: Locale): Promise<Map<string, string>> {
  const known = documents.flatMap((document) => document ?? []);
  const keys = known.flatMap((document) => ("sources" in document ? Object.values(document.sources).flat() : []));
  const pages = known.flatMap((document) => ("chapterId" in document ? document.chapterId : "directiveId" in document ? document.directiveId : []));
  const [needs, sources, chapters, directives] = await Promise.all([
    listNeeds(locale),
    db.source.findMany({ where: { key: { in: keys } }, select: { key: true, name: true } }),
    translationsOf("Chapter", pages, locale),
    translationsOf("Directive", pages, locale),
  ]);
  return new Map([
    ...needs.map(({ code, name }) => [`needs/${code}`, name] as const),
    ...sources.map(({ key, name }) => [`sources/${key}`, name] as const),
    ...[...chapters, ...directives].map(([id, { text }]) => [`records/${id}`, text.title] as const),
  ]);
}

/** The source that a revision names, or null. */
export async function sourceByKey(key: string): Promise<SourceView | null> {
  return db.source.findUnique({ where: { key }, select: { key: true, name: true, url: true, kind: true, publishedOn: true, readOn: true, dateNote: true } });
}
