import type { RecordKind } from "./kind";
import { readTexts, writeTexts } from "./texts";
import { isoDay } from "@/lib/dates";
import { documents } from "@/lib/documents";
import { confirmedLocales } from "@/lib/documentTexts";

export const chapters: RecordKind<"Chapter"> = {
  async read(transaction, ids) {
    const rows = await transaction.chapter.findMany({
      where: { id: { in: ids } },
      select: { id: true, guideKey: true, key: true, position: true, pictogram: true, lastReviewedOn: true },
    });
    const texts = await readTexts(transaction, "Chapter", ids);
    return new Map(
      rows.map(({ id, pictogram, lastReviewedOn, ...row }) => [id, documents.Chapter.parse({ ...row, ...(pictogram ? { pictogram } : {}), lastReviewedOn: isoDay(lastReviewedOn), ...texts.get(id)! })]),
    );
  },
  async write(transaction, records) {
    for (const { id, document } of records) {
      const { text: _, slug: __, confirmed: ___, lastReviewedOn, pictogram, ...facts } = document;
      const row = { ...facts, pictogram: pictogram ?? null, lastReviewedOn: new Date(lastReviewedOn) };
      await transaction.chapter.upsert({ where: { id }, create: { id, ...row }, update: row, select: { id: true } });
    }
    await writeTexts(transaction, "Chapter", records.map(({ id, document }) => ({ entityId: id, words: document.text, slugs: document.slug, confirmed: confirmedLocales("Chapter", document) })));
  },
};
