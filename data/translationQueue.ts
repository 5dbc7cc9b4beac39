import { db, Prisma } from "./db";
import { placesOf, type TextPlace } from "./textPlaces";
import { readDocument, readDocuments } from "./records";
import { documentOf } from "./revisions/open";
import type { DocumentOf, RecordEntity } from "@/lib/documents";
import { textsOf } from "@/lib/documentTexts";
import { textHash } from "@/lib/hash";
import { sourceLocale, type Locale } from "@/lib/locales";
import { titleIn } from "@/lib/titleIn";

/** stale: the English has moved on. gaps: the English says something that the translation does not have. */
export type Waiting = { entity: RecordEntity; id: string; title: string; place: TextPlace | null; stale: boolean; gaps: boolean; hidden: boolean; open: { id: string; state: "draft" | "submitted" } | null };

/** As many as somebody translates in a week; the rest follows. */
const longest = 200;

/**
 * Records whose texts in this language wait for a translator: the guide first, then the acts, then the directory.
 * The hash beside an English text is its own (data/records/texts.ts), so the database itself can tell what is stale.
 * @param reader the language of their titles
 */
export async function listTranslationsDue(locale: Locale, reader: Locale): Promise<{ rows: Waiting[]; total: number }> {
  if (locale === sourceLocale) return { rows: [], total: 0 };
  const due = await db.$queryRaw<{ entity: RecordEntity; id: string; stale: boolean; gaps: boolean; total: number }[]>(Prisma.sql`
    ${recordsDue(locale)} SELECT *, count(*) OVER ()::int AS total FROM records
    ORDER BY array_position(ARRAY['Section', 'Chapter', 'Directive', 'Provision', 'City', 'Organization'], entity), id LIMIT ${longest}`);
  const rows = await Promise.all([...new Set(due.map(({ entity }) => entity))].map((entity) => titled(entity, due.filter((row) => row.entity === entity), reader)));
  return { rows: rows.flat(), total: due[0]?.total ?? 0 };
}

/** How many records wait for a translator into this language. */
export async function countTranslationsDue(locale: Locale): Promise<number> {
  if (locale === sourceLocale) return 0;
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`${recordsDue(locale)} SELECT count(*)::int AS count FROM records`);
  return row?.count ?? 0;
}

/** "WITH … records AS (…)": kind and id of what is stale or has gaps in this language. */
const recordsDue = (locale: Locale) => Prisma.sql`
    WITH due AS (
      SELECT en.entity, en."entityId", own.text IS NOT NULL AND own."sourceHash" <> en."sourceHash" AS stale, ${gaps} AS gaps
      FROM "Translation" AS en
      LEFT JOIN "Translation" AS own ON own.entity = en.entity AND own."entityId" = en."entityId" AND own.locale = ${locale}
      WHERE en.locale = ${sourceLocale} AND en.entity <> 'TaxonomyTerm'
    ), records AS (
      SELECT CASE WHEN due.entity IN ('Service', 'Conflict') THEN 'Organization' ELSE due.entity::text END AS entity,
        coalesce(service."organizationId", conflict."organizationId", due."entityId") AS id, bool_or(due.stale) AS stale, bool_or(due.gaps) AS gaps
      FROM due
      LEFT JOIN "Service" AS service ON due.entity = 'Service' AND service.id = due."entityId"
      LEFT JOIN "Conflict" AS conflict ON due.entity = 'Conflict' AND conflict.id = due."entityId"
      WHERE due.stale OR due.gaps
      GROUP BY 1, 2
    )`;

/** What the English (en) has and the translation (own) has not: fields, items of lists, keys of groups. */
const gaps = Prisma.sql`(own.text IS NULL OR EXISTS (
  SELECT 1 FROM jsonb_each(en.text) AS field(name, value)
  WHERE NOT own.text ? field.name
    OR CASE jsonb_typeof(field.value)
      WHEN 'array' THEN jsonb_typeof(own.text -> field.name) <> 'array' OR jsonb_array_length(field.value) <> jsonb_array_length(own.text -> field.name)
      WHEN 'object' THEN EXISTS (SELECT 1 FROM jsonb_object_keys(field.value) AS inner_key WHERE NOT (own.text -> field.name) ? inner_key)
      ELSE false
    END
))`;

async function titled<E extends RecordEntity>(entity: E, due: { id: string; stale: boolean; gaps: boolean }[], reader: Locale): Promise<Waiting[]> {
  const ids = due.map(({ id }) => id);
  const [documents, places, open] = [
    await readDocuments(db, entity, ids),
    await placesOf(ids, reader),
    await db.revision.findMany({ where: { entity, entityId: { in: ids }, openKey: { not: null } }, select: { id: true, entityId: true, state: true } }),
  ];
  return due.flatMap(({ id, stale, gaps }) => {
    const document = documents.get(id);
    const proposal = open.find(({ entityId }) => entityId === id);
    if (!document) return [];
    const hidden = "hidden" in document && document.hidden;
    return [{ entity, id, title: titleIn(document, reader), place: places.get(id) ?? null, stale, gaps, hidden, open: proposal ? { id: proposal.id, state: proposal.state === "draft" ? ("draft" as const) : ("submitted" as const) } : null }];
  });
}

/** A text of a record whose English has moved on. `madeFrom`: the English that the translation was made from, where a revision still has it. */
export type StaleText = { path: string; madeFrom: unknown };

/** A conflict is one string in its document and { text } in its table. */
const hashOf = (text: unknown) => textHash(typeof text === "string" ? { text } : text);

/** As far back as a translation is looked for. */
const mostRevisions = 100;

/** The texts of one record that are stale in this language, with the English that they were made from. */
export async function staleTexts<E extends RecordEntity>(entity: E, id: string, locale: Locale): Promise<StaleText[]> {
  const document = await readDocument(db, entity, id);
  if (!document) return [];
  const hashes = await sourceHashes(entity, id, locale);
  const stale = textsOf(entity, document).filter(({ path, text }) => hashes.get(path) !== hashOf(text[sourceLocale]));
  if (stale.length === 0) return [];
  const revisions = await db.revision.findMany({ where: { entity, entityId: id, state: "approved" }, orderBy: { number: "desc" }, take: mostRevisions, select: { document: true } });
  const englishOf = (old: DocumentOf<E>, path: string) => textsOf(entity, old).find((text) => text.path === path)?.text[sourceLocale];
  const known = revisions.map(({ document }) => documentOf(entity, document));
  return stale.map(({ path }) => {
    const found = known.map((old) => englishOf(old, path)).find((english) => english !== undefined && hashOf(english) === hashes.get(path));
    return { path, madeFrom: found ?? null };
  });
}

/** Path of a text → hash of the English that it was made from. */
async function sourceHashes(entity: RecordEntity, id: string, locale: Locale): Promise<Map<string, string>> {
  const own = [{ path: "text", entity, entityId: id }];
  const byPlace = { where: { organizationId: id }, orderBy: { position: "asc" }, select: { id: true } } as const;
  const parts =
    entity === "Organization"
      ? [
          ...(await db.service.findMany(byPlace)).map((row, index) => ({ path: `services.${index}.text`, entity: "Service" as const, entityId: row.id })),
          ...(await db.conflict.findMany(byPlace)).map((row, index) => ({ path: `conflicts.${index}.text`, entity: "Conflict" as const, entityId: row.id })),
        ]
      : [];
  const texts = [...own, ...parts];
  const rows = await db.translation.findMany({ where: { locale, entityId: { in: texts.map(({ entityId }) => entityId) } }, select: { entity: true, entityId: true, sourceHash: true } });
  return new Map(texts.flatMap(({ path, entity, entityId }) => rows.filter((row) => row.entity === entity && row.entityId === entityId).map(({ sourceHash }) => [path, sourceHash] as const)));
}
