import { db, type Transaction } from "./db";
import { isoDay } from "@/lib/dates";
import { textHash } from "@/lib/hash";
import { sourceLocale, type Locale } from "@/lib/locales";
import { texts, type TextEntity, type TextOf } from "@/lib/texts";

/**
 * A text, the language that it is in, its slug where its record has a page, and whether the English has moved on since it was made:
 * whether the hash beside it is another one than beside the English, which is the English text's own (data/records/texts.ts).
 */
export type Translated<E extends TextEntity> = { text: TextOf<E>; locale: Locale; slug: string | null; stale: boolean };

/**
 * The texts of some records in one language.
 * @returns by record id. A record that has no text in this language is missing: nobody gets another language unasked.
 */
export async function translationsOf<E extends TextEntity>(entity: E, ids: string[], locale: Locale, transaction: Transaction = db): Promise<Map<string, Translated<E>>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ entityId: string; slug: string | null; text: unknown; stale: boolean }[]>`
    SELECT own."entityId", own.slug, own.text, coalesce(own."sourceHash" <> english."sourceHash", false) AS stale
    FROM "Translation" AS own
    LEFT JOIN "Translation" AS english ON english.entity = own.entity AND english."entityId" = own."entityId" AND english.locale = ${sourceLocale}
    WHERE own.entity = ${entity}::"TranslatedEntity" AND own."entityId" = ANY(${ids}::text[]) AND own.locale = ${locale}`;
  return new Map(rows.map(({ entityId, slug, text, stale }) => [entityId, { text: texts[entity].parse(text) as TextOf<E>, locale, slug, stale }]));
}

/** The record whose page has this slug in this language, or null. */
export async function idBySlug(entity: TextEntity, locale: Locale, slug: string): Promise<string | null> {
  const row = await db.translation.findUnique({ where: { entity_locale_slug: { entity, locale, slug } }, select: { entityId: true } });
  return row?.entityId ?? null;
}

/** The slug in this language of the record that has `slug` in another one: somebody changed "en" to "es" by hand. */
export async function slugFromOtherLanguage(entity: TextEntity, locale: Locale, slug: string): Promise<string | null> {
  const other = await db.translation.findFirst({ where: { entity, slug, locale: { not: locale } }, select: { entityId: true } });
  if (!other) return null;
  const own = await db.translation.findUnique({ where: { entity_entityId_locale: { entity, entityId: other.entityId, locale } }, select: { slug: true } });
  return own?.slug ?? null;
}

/** The slugs of some records in every language: record id → language → slug. */
export async function slugsOf(entity: TextEntity, ids: string[], transaction: Transaction = db): Promise<Map<string, Partial<Record<Locale, string>>>> {
  const rows = await transaction.translation.findMany({
    where: { entity, entityId: { in: ids }, slug: { not: null } },
    select: { entityId: true, locale: true, slug: true },
  });
  const slugs = new Map<string, Partial<Record<Locale, string>>>();
  for (const { entityId, locale, slug } of rows) slugs.set(entityId, { ...slugs.get(entityId), [locale]: slug ?? undefined });
  return slugs;
}

export type TextStatus = {
  /** Day of the review, or null: not reviewed, or the text has changed since. */
  counsel: string | null;
  reader: string | null;
  /** The English has moved on since this text was made from it (see Translated). */
  stale: boolean;
};

/** Who has read which text: by record id. Reviews count for one text only, known by its hash. */
export async function textStatusOf(entity: TextEntity, ids: string[], locale: Locale, transaction: Transaction = db): Promise<Map<string, TextStatus>> {
  const [translations, reviews] = [
    await transaction.translation.findMany({
      where: { entity, entityId: { in: ids }, locale: { in: [locale, sourceLocale] } },
      select: { entityId: true, locale: true, text: true, sourceHash: true },
    }),
    await transaction.textReview.findMany({ where: { entity, entityId: { in: ids }, locale }, select: { entityId: true, kind: true, textHash: true, reviewedOn: true } }),
  ];
  return new Map(
    ids.map((id) => {
      const own = translations.find((row) => row.entityId === id && row.locale === locale);
      const english = translations.find((row) => row.entityId === id && row.locale === sourceLocale);
      const hash = own && textHash(own.text);
      const reviewed = (kind: "counsel" | "reader") => {
        const review = reviews.find((row) => row.entityId === id && row.kind === kind && row.textHash === hash);
        return review ? isoDay(review.reviewedOn) : null;
      };
      const stale = Boolean(own && english && own.sourceHash !== english.sourceHash);
      return [id, { counsel: reviewed("counsel"), reader: reviewed("reader"), stale }];
    }),
  );
}

/** Every word of some records in every language, for searching: record id → strings. */
export async function textsOfAll(entity: TextEntity, ids: string[], transaction: Transaction = db): Promise<Map<string, string[]>> {
  const rows = await transaction.translation.findMany({ where: { entity, entityId: { in: ids } }, select: { entityId: true, text: true } });
  const words = new Map<string, string[]>();
  for (const { entityId, text } of rows) words.set(entityId, [...(words.get(entityId) ?? []), ...stringsIn(text)]);
  return words;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}
