import { readCitations, writeCitations } from "./citations";
import type { RecordKind } from "./kind";
import { readTexts, writeTexts } from "./texts";
import { documents } from "@/lib/documents";
import { confirmedLocales } from "@/lib/documentTexts";

export const provisions: RecordKind<"Provision"> = {
  async read(transaction, ids) {
    const rows = await transaction.provision.findMany({
      where: { id: { in: ids } },
      select: { id: true, directiveId: true, key: true, position: true, group: true, quotation: true, hidden: true },
    });
    const [texts, citations] = [await readTexts(transaction, "Provision", ids), await readCitations(transaction, "Provision", ids)];
    return new Map(
      rows.map(({ id, group, quotation, ...row }) => [
        id,
        documents.Provision.parse({ ...row, ...(group ? { group } : {}), ...(quotation ? { quotation } : {}), text: texts.get(id)!.text, sources: citations.get(id)!.text }),
      ]),
    );
  },
  async write(transaction, records) {
    for (const { id, document } of records) {
      const { text: _, sources: __, confirmed: ___, group, quotation, ...facts } = document;
      const row = { ...facts, group: group ?? null, quotation: quotation ?? null };
      await transaction.provision.upsert({ where: { id }, create: { id, ...row }, update: row, select: { id: true } });
    }
    await writeTexts(transaction, "Provision", records.map(({ id, document }) => ({ entityId: id, words: document.text, confirmed: confirmedLocales("Provision", document) })));
    await writeCitations(transaction, "Provision", records.map(({ id, document }) => ({ entityId: id, sources: { text: document.sources } })));
  },
};
