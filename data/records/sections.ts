import { readCitations, writeCitations } from "./citations";
import type { RecordKind } from "./kind";
import { readTexts, writeTexts } from "./texts";
import { isoDay } from "@/lib/dates";
import { documents } from "@/lib/documents";
import { confirmedLocales } from "@/lib/documentTexts";

export const sections: RecordKind<"Section"> = {
  async read(transaction, ids) {
    const rows = await transaction.section.findMany({
      where: { id: { in: ids } },
      select: { id: true, chapterId: true, key: true, position: true, pictogram: true, lastReviewedOn: true, hidden: true },
    });
    const [texts, citations] = [await readTexts(transaction, "Section", ids), await readCitations(transaction, "Section", ids)];
    return new Map(
      rows.map(({ id, pictogram, lastReviewedOn, ...row }) => [
        id,
        documents.Section.parse({ ...row, ...(pictogram ? { pictogram } : {}), lastReviewedOn: isoDay(lastReviewedOn), text: texts.get(id)!.text, sources: citations.get(id)!.text }),
      ]),
    );
  },
  async write(transaction, records) {
    for (const { id, document } of records) {
      const { text: _, sources: __, confirmed: ___, lastReviewedOn, pictogram, ...facts } = document;
      const row = { ...facts, pictogram: pictogram ?? null, lastReviewedOn: new Date(lastReviewedOn) };
      await transaction.section.upsert({ where: { id }, create: { id, ...row }, update: row, select: { id: true } });
    }
    await writeTexts(transaction, "Section", records.map(({ id, document }) => ({ entityId: id, words: document.text, confirmed: confirmedLocales("Section", document) })));
    await writeCitations(transaction, "Section", records.map(({ id, document }) => ({ entityId: id, sources: { text: document.sources } })));
  },
};
