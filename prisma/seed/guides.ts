import type { Content } from "../content.ts";
import { forget, putStarter, untouched } from "./starter.ts";
import type { Transaction } from "../../data/db.ts";
import { documents } from "../../lib/documents.ts";
import { eachLocale } from "../../lib/locales.ts";

type Chapter = Content["guides"][number]["chapters"][number];

/** Guides with their chapters and sections. @returns how many records were left to staff */
export async function seedGuides(transaction: Transaction, { guides }: Content): Promise<number> {
  for (const { key } of guides) await transaction.guide.upsert({ where: { key }, create: { key }, update: {}, select: { key: true } });
  const files = guides.flatMap((guide) => guide.chapters.map((chapter) => ({ guideKey: guide.key, ...chapter })));
  const known = new Map((await transaction.chapter.findMany({ select: { id: true, key: true } })).map(({ key, id }) => [key, id]));
  const chapters = await putStarter(
    transaction,
    "Chapter",
    files.map(({ guideKey, key, facts, words }) => ({ id: known.get(`${guideKey}/${key}`) ?? null, document: chapterDocument(guideKey, key, facts, words) })),
  );
  const oldSections = new Map((await transaction.section.findMany({ select: { id: true, chapterId: true, key: true } })).map(({ chapterId, key, id }) => [`${chapterId} ${key}`, id]));
  const sections = files.flatMap(({ facts, words }, index) => {
    const chapterId = chapters.ids[index]!;
    return facts.sections.map(({ key, pictogram, lastReviewedOn, sources }, position) => ({
      id: oldSections.get(`${chapterId} ${key}`) ?? null,
      document: documents.Section.parse({
        chapterId,
        key,
        position,
        ...(pictogram ? { pictogram } : {}),
        lastReviewedOn: lastReviewedOn ?? facts.lastReviewedOn,
        text: eachLocale((locale) => words[locale].sections[key]!),
        sources,
      }),
    }));
  });
  const written = await putStarter(transaction, "Section", sections);
  await removeGone(transaction, new Set(written.ids), new Set(chapters.ids));
  return chapters.left + written.left;
}

/** Two guides may each have a chapter of one name. */
function chapterDocument(guideKey: string, name: string, facts: Chapter["facts"], words: Chapter["words"]) {
  return documents.Chapter.parse({
    guideKey,
    key: `${guideKey}/${name}`,
    position: facts.position,
    ...(facts.pictogram ? { pictogram: facts.pictogram } : {}),
    lastReviewedOn: facts.lastReviewedOn,
    slug: eachLocale((locale) => words[locale].slug),
    text: eachLocale((locale) => ({ title: words[locale].title, summary: words[locale].summary, ...(words[locale].first ? { first: words[locale].first } : {}) })),
  });
}

async function removeGone(transaction: Transaction, sections: Set<string>, chapters: Set<string>): Promise<void> {
  const allSections = await transaction.section.findMany({ select: { id: true } });
  const goneSections = await untouched(transaction, "Section", allSections.flatMap(({ id }) => (sections.has(id) ? [] : [id])));
  await forget(transaction, "Section", goneSections);
  await transaction.section.deleteMany({ where: { id: { in: goneSections } } });
  // A chapter goes when nothing of it is left.
  const empty = await transaction.chapter.findMany({ where: { id: { notIn: [...chapters] }, sections: { none: {} } }, select: { id: true } });
  const goneChapters = await untouched(transaction, "Chapter", empty.map(({ id }) => id));
  await forget(transaction, "Chapter", goneChapters);
  await transaction.chapter.deleteMany({ where: { id: { in: goneChapters } } });
}
