import type { Content } from "../content.ts";
import { forget, releaseSlugs, seedCitations, seedTexts } from "./texts.ts";
import type { Transaction } from "../../data/db.ts";
import { eachLocale } from "../../lib/locales.ts";

type Chapter = Content["guides"][number]["chapters"][number];

/** Guides with their chapters and sections. */
export async function seedGuides(db: Transaction, { guides }: Content): Promise<void> {
  await releaseSlugs(db, "Chapter");
  for (const guide of guides) {
    await db.guide.upsert({ where: { key: guide.key }, create: { key: guide.key }, update: {}, select: { key: true } });
    for (const chapter of guide.chapters) await seedChapter(db, guide.key, chapter);
    const gone = await db.chapter.findMany({
      where: { guideKey: guide.key, key: { notIn: guide.chapters.map(({ key }) => chapterKey(guide.key, key)) } },
      select: { id: true, sections: { select: { id: true } } },
    });
    await forget(
      db,
      "Section",
      gone.flatMap(({ sections }) => sections.map(({ id }) => id)),
    );
    await forget(
      db,
      "Chapter",
      gone.map(({ id }) => id),
    );
    await db.chapter.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  }
}

/** Two guides may each have a chapter of one name. */
const chapterKey = (guide: string, name: string) => `${guide}/${name}`;

async function seedChapter(db: Transaction, guideKey: string, { key: name, facts, words }: Chapter): Promise<void> {
  const key = chapterKey(guideKey, name);
  const lastReviewedOn = new Date(facts.lastReviewedOn);
  const row = { guideKey, position: facts.position, pictogram: facts.pictogram ?? null, lastReviewedOn };
  const { id: chapterId } = await db.chapter.upsert({ where: { key }, create: { key, ...row }, update: row, select: { id: true } });
  await seedTexts(
    db,
    "Chapter",
    chapterId,
    eachLocale((locale) => ({ title: words[locale].title, summary: words[locale].summary, first: words[locale].first })),
    eachLocale((locale) => words[locale].slug),
  );
  for (const [position, section] of facts.sections.entries()) {
    const row = { position, pictogram: section.pictogram ?? null, lastReviewedOn: section.lastReviewedOn ? new Date(section.lastReviewedOn) : lastReviewedOn };
    const { id } = await db.section.upsert({
      where: { chapterId_key: { chapterId, key: section.key } },
      create: { chapterId, key: section.key, ...row },
      update: row,
      select: { id: true },
    });
    await seedTexts(
      db,
      "Section",
      id,
      eachLocale((locale) => words[locale].sections[section.key]!),
    );
    await seedCitations(db, "Section", id, { text: section.sources });
  }
  const gone = await db.section.findMany({ where: { chapterId, key: { notIn: facts.sections.map((section) => section.key) } }, select: { id: true } });
  await forget(
    db,
    "Section",
    gone.map(({ id }) => id),
  );
  await db.section.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
}
