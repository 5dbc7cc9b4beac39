import type { Content } from "../content.ts";
import type { Transaction } from "../../data/db.ts";
import type { CitedEntity } from "../../data/generated/enums.ts";
import { textHash } from "../../lib/hash.ts";
import { eachLocale, locales, sourceLocale, type Locale } from "../../lib/locales.ts";
import { texts, type TextEntity, type TextOf } from "../../lib/texts.ts";

/**
 * Writes one text in every language, each with the hash of the English that it was made from. A translation that is
 * the same as before was not made anew: it keeps its hash, and is stale if the English has moved on.
 */
export async function seedTexts<E extends TextEntity>(
  db: Transaction,
  entity: E,
  entityId: string,
  words: Record<Locale, TextOf<E>>,
  slugs?: Record<Locale, string>,
): Promise<void> {
  // Through JSON, as the database stores it: fields that a text does not have are absent, not undefined.
  const parsed = eachLocale((locale) => JSON.parse(JSON.stringify(texts[entity].parse(words[locale]))) as TextOf<E>);
  const english = textHash(parsed[sourceLocale]);
  const before = await db.translation.findMany({ where: { entity, entityId }, select: { locale: true, text: true, sourceHash: true } });
  for (const locale of locales) {
    const old = before.find((row) => row.locale === locale);
    const isSame = old && locale !== sourceLocale && textHash(old.text) === textHash(parsed[locale]);
    const row = { text: parsed[locale], slug: slugs?.[locale] ?? null, sourceHash: isSame ? old.sourceHash : english };
    await db.translation.upsert({
      where: { entity_entityId_locale: { entity, entityId, locale } },
      create: { entity, entityId, locale, ...row },
      update: row,
      select: { id: true },
    });
  }
}

/** Lets go of all slugs of a kind before they are written anew: two records may have swapped theirs. */
export async function releaseSlugs(db: Transaction, entity: TextEntity): Promise<void> {
  await db.translation.updateMany({ where: { entity }, data: { slug: null } });
}

/** Removes the texts and citations of records that the files no longer have. */
export async function forget(db: Transaction, entity: TextEntity & CitedEntity, ids: string[]): Promise<void> {
  await db.translation.deleteMany({ where: { entity, entityId: { in: ids } } });
  await db.textReview.deleteMany({ where: { entity, entityId: { in: ids } } });
  await db.citation.deleteMany({ where: { entity, entityId: { in: ids } } });
}

/** Says where the facts of one record were read: field → source keys. */
export async function seedCitations(db: Transaction, entity: CitedEntity, entityId: string, sources: Record<string, string[]>): Promise<void> {
  await db.citation.deleteMany({ where: { entity, entityId } });
  await db.citation.createMany({
    data: Object.entries(sources).flatMap(([field, keys]) => keys.map((sourceKey, position) => ({ entity, entityId, field, position, sourceKey }))),
  });
}

/** Writes every source that the content names. */
export async function seedSources(db: Transaction, { sources }: Content): Promise<void> {
  for (const [key, source] of Object.entries(sources)) {
    const row = { ...source, dateNote: source.dateNote ?? null };
    await db.source.upsert({ where: { key }, create: { key, ...row }, update: row, select: { key: true } });
  }
}
