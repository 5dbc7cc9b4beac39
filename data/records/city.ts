import type { RecordKind } from "./kind";
import { readTexts, writeTexts } from "./texts";
import { documents } from "@/lib/documents";
import { confirmedLocales } from "@/lib/documentTexts";

export const city: RecordKind<"City"> = {
  async read(transaction, ids) {
    const rows = await transaction.city.findMany({
      where: { key: { in: ids } },
      select: { key: true, timeZone: true, exitUrl: true, otherLanguagesUrl: true, otherLanguages: true, links: true },
    });
    const texts = await readTexts(transaction, "City", ids);
    return new Map(rows.map((row) => [row.key, documents.City.parse({ ...row, text: texts.get(row.key)!.text })]));
  },
  async write(transaction, records) {
    for (const { id: key, document } of records) {
      const { text: _, key: __, confirmed: ___, ...row } = document;
      await transaction.city.upsert({ where: { key }, create: { key, ...row }, update: row, select: { key: true } });
    }
    await writeTexts(transaction, "City", records.map(({ id, document }) => ({ entityId: id, words: document.text, confirmed: confirmedLocales("City", document) })));
  },
};
