import { db } from "./db";
import { listNeeds } from "./listings";
import type { SourceView } from "./sources";
import { listSources } from "./sourcesOfStaff";
import { translationsOf } from "./translations";
import type { AnyDocument } from "@/lib/documents";
import type { Locale } from "@/lib/locales";

/**
 * What people call the codes in some documents, in one language.
 * @param labelled what to call sources, by key
 * @returns "needs/asylum" → "Asylum", "sources/<key>" → label, "records/<id of a chapter or directive>" → title
 */
export async function documentNames(documents: (AnyDocument | null)[], locale: Locale, labelled: (sources: SourceView[]) => Map<string, string>): Promise<Map<string, string>> {
  const known = documents.flatMap((document) => document ?? []);
  const keys = known.flatMap((document) => ("sources" in document ? Object.values(document.sources).flat() : []));
  const pages = known.flatMap((document) => ("chapterId" in document ? document.chapterId : "directiveId" in document ? document.directiveId : []));
  const [needs, sources, chapters, directives] = await Promise.all([
    listNeeds(locale),
    listSources(keys),
    translationsOf("Chapter", pages, locale),
    translationsOf("Directive", pages, locale),
  ]);
  return new Map([
    ...needs.map(({ code, name }) => [`needs/${code}`, name] as const),
    ...[...labelled(sources)].map(([key, label]) => [`sources/${key}`, label] as const),
    ...[...chapters, ...directives].map(([id, { text }]) => [`records/${id}`, text.title] as const),
  ]);
}

/** The source that a revision names, or null. */
export async function sourceByKey(key: string): Promise<SourceView | null> {
  return db.source.findUnique({ where: { key }, select: { key: true, name: true, url: true, kind: true, publishedOn: true, readOn: true, dateNote: true } });
}
