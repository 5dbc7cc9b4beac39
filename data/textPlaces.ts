import { db } from "./db";
import { translationsOf } from "./translations";
import type { Locale } from "@/lib/locales";

/** guideKey: of a chapter or section. title: of the chapter or act that it is a part of. */
export type TextPlace = { guideKey: string | null; title: string | null };

/**
 * Where chapters, sections and provisions stand: many have one title ("Stay silent").
 * @param reader the language of the titles
 * @returns by id of the text; what stands by itself is missing
 */
export async function placesOf(ids: string[], reader: Locale): Promise<Map<string, TextPlace>> {
  const where = { id: { in: ids } };
  const [chapters, sections, provisions] = await Promise.all([
    db.chapter.findMany({ where, select: { id: true, guideKey: true } }),
    db.section.findMany({ where, select: { id: true, chapterId: true, chapter: { select: { guideKey: true } } } }),
    db.provision.findMany({ where, select: { id: true, directiveId: true } }),
  ]);
  const [titles, acts] = await Promise.all([
    translationsOf("Chapter", [...new Set(sections.map(({ chapterId }) => chapterId))], reader),
    translationsOf("Directive", [...new Set(provisions.map(({ directiveId }) => directiveId))], reader),
  ]);
  return new Map([
    ...chapters.map(({ id, guideKey }): [string, TextPlace] => [id, { guideKey, title: null }]),
    ...sections.map(({ id, chapterId, chapter }): [string, TextPlace] => [id, { guideKey: chapter.guideKey, title: titles.get(chapterId)?.text.title ?? null }]),
    ...provisions.map(({ id, directiveId }): [string, TextPlace] => [id, { guideKey: null, title: acts.get(directiveId)?.text.title ?? null }]),
  ]);
}
