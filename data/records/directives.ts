import { readCitations, writeCitations } from "./citations";
import type { RecordKind } from "./kind";
import { readTexts, writeTexts } from "./texts";
import { documents } from "@/lib/documents";
import { confirmedLocales } from "@/lib/documentTexts";

export const directives: RecordKind<"Directive"> = {
  async read(transaction, ids) {
    const rows = await transaction.directive.findMany({
      where: { id: { in: ids } },
      select: { id: true, key: true, position: true, issuedOn: true, status: true, madeLawBy: { select: { key: true } } },
    });
    const [texts, citations] = [await readTexts(transaction, "Directive", ids), await readCitations(transaction, "Directive", ids)];
    return new Map(
      rows.map(({ id, madeLawBy, ...row }) => [id, documents.Directive.parse({ ...row, ...(madeLawBy ? { madeLawBy: madeLawBy.key } : {}), ...texts.get(id)!, sources: citations.get(id)!.text })]),
    );
  },
  async write(transaction, records) {
    for (const { id, document } of records) {
      const { key, position, issuedOn, status } = document;
      const row = { key, position, issuedOn, status };
      await transaction.directive.upsert({ where: { id }, create: { id, ...row }, update: row, select: { id: true } });
    }
    // Only now does every act exist that another one may name.
    for (const { id, document } of records) {
      const law = document.madeLawBy ? await transaction.directive.findUniqueOrThrow({ where: { key: document.madeLawBy }, select: { id: true } }) : null;
      await transaction.directive.update({ where: { id }, data: { madeLawById: law?.id ?? null }, select: { id: true } });
    }
    await writeTexts(transaction, "Directive", records.map(({ id, document }) => ({ entityId: id, words: document.text, slugs: document.slug, confirmed: confirmedLocales("Directive", document) })));
    await writeCitations(transaction, "Directive", records.map(({ id, document }) => ({ entityId: id, sources: { text: document.sources } })));
  },
};
