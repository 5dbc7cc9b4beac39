import type { Transaction } from "../db";
import { insertRows } from "../insertRows";
import { newId } from "../newId";
import { textHash } from "@/lib/hash";
import { eachLocale, locales, sourceLocale, type Locale } from "@/lib/locales";
import { texts, type TextEntity, type TextOf } from "@/lib/texts";

export type WrittenText<E extends TextEntity> = {
  entityId: string;
  words: Record<Locale, TextOf<E>>;
  slugs?: Record<Locale, string>;
  /** Nothing of it stands in the database. */
  isNew?: boolean;
  /** Languages whose text somebody found right beside this English, though it may be the same as before. */
  confirmed?: Locale[];
};

/**
 * Writes the texts of some records in every language, each with the hash of the English that it was made from. A
 * translation that is the same as before was not made anew: it keeps its hash, and is stale if the English has moved on,
 * unless somebody has confirmed it.
 */
export async function writeTexts<E extends TextEntity>(transaction: Transaction, entity: E, written: WrittenText<E>[]): Promise<void> {
  const before = await readStored(transaction, entity, written.flatMap(({ entityId, isNew }) => (isNew ? [] : entityId)));
  const old = new Map(before.map((row) => [`${row.entityId} ${row.locale}`, row]));
  const rows = written.flatMap(({ entityId, words, slugs, confirmed }) => {
    // Through JSON, as the database stores it: fields that a text does not have are absent, not undefined.
    const stored = eachLocale((locale) => JSON.parse(JSON.stringify(texts[entity].parse(words[locale]))) as TextOf<E>);
    const english = textHash(stored[sourceLocale]);
    return locales.map((locale) => {
      const text = stored[locale];
      const known = old.get(`${entityId} ${locale}`);
      const isSame = known && locale !== sourceLocale && !confirmed?.includes(locale) && textHash(known.text) === textHash(text);
      return { entity, entityId, locale, text, slug: slugs?.[locale] ?? null, sourceHash: isSame ? known.sourceHash : english };
    });
  });
  if (before.length > 0) await transaction.$executeRaw`DELETE FROM "Translation" WHERE id = ANY(${before.map(({ id }) => id)}::text[])`;
  await insertRows(transaction, "Translation", rows.map((row) => ({ id: newId(), ...row })));
}

type Stored = { id: string; entityId: string; locale: string; text: unknown; sourceHash: string };

async function readStored(transaction: Transaction, entity: TextEntity, ids: string[]): Promise<Stored[]> {
  if (ids.length === 0) return [];
  return transaction.$queryRaw`SELECT id, "entityId", locale, text, "sourceHash" FROM "Translation" WHERE entity = ${entity}::"TranslatedEntity" AND "entityId" = ANY(${ids}::text[])`;
}

/** The texts of some records in every language, as they are edited: record id → language → text, slug. */
export async function readTexts<E extends TextEntity>(transaction: Transaction, entity: E, ids: string[]) {
  const rows = await transaction.translation.findMany({ where: { entity, entityId: { in: ids } }, select: { entityId: true, locale: true, text: true, slug: true } });
  const found = new Map<string, { text: Record<string, unknown>; slug: Record<string, string> }>(ids.map((id) => [id, { text: {}, slug: {} }]));
  for (const { entityId, locale, text, slug } of rows) {
    const record = found.get(entityId)!;
    record.text[locale] = text;
    if (slug !== null) record.slug[locale] = slug;
  }
  return found;
}

/** Removes the texts and reviews of records that are no more. */
export async function removeTexts(transaction: Transaction, entity: TextEntity, ids: string[]): Promise<void> {
  const where = { entity, entityId: { in: ids } };
  await transaction.translation.deleteMany({ where });
  await transaction.textReview.deleteMany({ where });
}
