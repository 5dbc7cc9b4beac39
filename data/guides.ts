import { cache } from "react";
import { db, type Transaction } from "./db";
import { sourcesOf, type SourceView } from "./sources";
import { idBySlug, slugsOf, textStatusOf, translationsOf, type TextStatus } from "./translations";
import { isoDay } from "@/lib/dates";
import type { Locale } from "@/lib/locales";
import type { TextOf } from "@/lib/texts";

export type GuideKey = "know-your-rights" | "right-now";
export type ChapterSummary = { id: string; key: string; slug: string; pictogram: string | null; stale: boolean } & TextOf<"Chapter">;
export type SectionView = { key: string; pictogram: string | null; lastReviewedOn: string; sources: SourceView[]; status: TextStatus } & TextOf<"Section">;
export type ChapterView = ChapterSummary & { lastReviewedOn: string; sections: SectionView[] };

/** The chapters of a guide in their order, without their sections. Only those written in this language. */
export const listChapters = cache(async (guideKey: GuideKey, locale: Locale): Promise<ChapterSummary[]> => {
  const chapters = await db.chapter.findMany({ where: { guideKey }, orderBy: { position: "asc" }, select: { id: true, key: true, pictogram: true } });
  const texts = await translationsOf("Chapter", chapters.map(({ id }) => id), locale);
  return chapters.flatMap((chapter) => {
    const translated = texts.get(chapter.id);
    return translated?.slug ? [{ ...chapter, slug: translated.slug, stale: translated.stale, ...translated.text }] : [];
  });
});

/** Whole chapters with their sections, sources and reviews, in the order of the guide. */
export async function readChapters(ids: string[], locale: Locale, transaction: Transaction = db): Promise<ChapterView[]> {
  const chapters = await transaction.chapter.findMany({
    where: { id: { in: ids } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      key: true,
      pictogram: true,
      lastReviewedOn: true,
      sections: { where: { hidden: false }, orderBy: { position: "asc" }, select: { id: true, key: true, pictogram: true, lastReviewedOn: true } },
    },
  });
  const sectionIds = chapters.flatMap((chapter) => chapter.sections.map(({ id }) => id));
  const [chapterTexts, sectionTexts, sources, statuses] = [
    await translationsOf("Chapter", ids, locale, transaction),
    await translationsOf("Section", sectionIds, locale, transaction),
    await sourcesOf("Section", sectionIds, transaction),
    await textStatusOf("Section", sectionIds, locale, transaction),
  ];
  return chapters.flatMap(({ id, key, pictogram, lastReviewedOn, sections }) => {
    const translated = chapterTexts.get(id);
    if (!translated?.slug) return [];
    const written = sections.flatMap((section) => {
      const text = sectionTexts.get(section.id)?.text;
      if (!text) return [];
      const { key, pictogram } = section;
      return [{ key, pictogram, lastReviewedOn: isoDay(section.lastReviewedOn), sources: sources.get(section.id)?.text ?? [], status: statuses.get(section.id)!, ...text }];
    });
    return [{ id, key, pictogram, lastReviewedOn: isoDay(lastReviewedOn), slug: translated.slug, stale: translated.stale, ...translated.text, sections: written }];
  });
}

/** A whole guide, chapter by chapter. */
export const getGuide = cache(async (guideKey: GuideKey, locale: Locale): Promise<ChapterView[]> => {
  const chapters = await db.chapter.findMany({ where: { guideKey }, select: { id: true } });
  return readChapters(chapters.map(({ id }) => id), locale);
});

/** The chapter at this slug with its slugs in every language, or null where there is none. */
export const getChapter = cache(async (slug: string, locale: Locale) => {
  const id = await idBySlug("Chapter", locale, slug);
  if (!id) return null;
  const inGuide = await db.chapter.findFirst({ where: { id, guideKey: "know-your-rights" satisfies GuideKey }, select: { id: true } });
  if (!inGuide) return null;
  const [[chapter], slugs] = [await readChapters([id], locale), await slugsOf("Chapter", [id])];
  return chapter ? { ...chapter, slugs: slugs.get(id) ?? {} } : null;
});
