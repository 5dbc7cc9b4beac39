import { allow } from "./allow";
import { record } from "./audit";
import { todayInCity } from "./city";
import { db, type Transaction } from "./db";
import { placesOf, type TextPlace } from "./textPlaces";
import { readDocuments } from "./records";
import { textStatusOf } from "./translations";
import { isoDay } from "@/lib/dates";
import type { DocumentOf } from "@/lib/documents";
import { textHash } from "@/lib/hash";
import { sourceLocale, type Locale } from "@/lib/locales";
import type { Actor, Permission } from "@/lib/permissions";
import { titleIn } from "@/lib/titleIn";

/** The kinds of record whose texts are read by counsel and by native readers. */
export const reviewable = ["Chapter", "Section", "Directive", "Provision"] as const;
export type Reviewable = (typeof reviewable)[number];
export const reviewKinds = ["counsel", "reader"] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** English is nobody's translation: a native reader reads the others. */
const permissionFor: Record<ReviewKind, Permission> = { counsel: "texts.review", reader: "translations.review" };
export const canBeReviewed = (kind: ReviewKind, locale: Locale) => kind === "counsel" || locale !== sourceLocale;

export type Reviewing = { entity: Reviewable; entityId: string; locale: Locale; kind: ReviewKind };
/** changed: the text is not the one that the person read. date: not a day until today. */
export type Reviewed = "marked" | "changed" | "date" | "gone";

const keyOf = ({ entity, entityId, locale, kind }: Reviewing) => ({ entity_entityId_locale_kind: { entity, entityId, locale, kind } });

/** The hash of the approved text, held until the transaction ends; null where there is none. */
async function holdHash(transaction: Transaction, { entity, entityId, locale }: Reviewing): Promise<string | null> {
  await transaction.$queryRaw`SELECT 1 FROM "RecordVersion" WHERE entity = ${entity}::"RecordEntity" AND "entityId" = ${entityId} FOR UPDATE`;
  const row = await transaction.translation.findUnique({ where: { entity_entityId_locale: { entity, entityId, locale } }, select: { text: true } });
  return row && textHash(row.text);
}

/**
 * Somebody whose business it is has read one approved text in one language and found it right. The mark counts for this very
 * text: any change of it voids the mark.
 * @param textHash of the text that the person had before them
 * @throws NotAllowed
 */
export async function markReviewed(actor: Actor, reviewing: Reviewing & { textHash: string; reviewedOn: string }): Promise<Reviewed> {
  const { entity, entityId, locale, kind, textHash, reviewedOn } = reviewing;
  allow(actor, permissionFor[kind]);
  if (!canBeReviewed(kind, locale)) return "gone";
  return db.$transaction(async (transaction) => {
    if (reviewedOn > (await todayInCity(transaction))) return "date";
    const current = await holdHash(transaction, reviewing);
    if (!current) return "gone";
    if (current !== textHash) return "changed";
    const row = { textHash, reviewedOn: new Date(reviewedOn) };
    await transaction.textReview.upsert({ where: keyOf(reviewing), create: { entity, entityId, locale, kind, ...row }, update: row, select: { id: true } });
    await record(transaction, actor, { action: "text.review", entity, entityId, detail: { locale, kind, textHash, reviewedOn } });
    return "marked";
  });
}

/**
 * Takes a mark back.
 * @returns false where there is none
 * @throws NotAllowed
 */
export async function withdrawReview(actor: Actor, reviewing: Reviewing): Promise<boolean> {
  const { entity, entityId, locale, kind } = reviewing;
  allow(actor, permissionFor[kind]);
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.textReview.deleteMany({ where: { entity, entityId, locale, kind } });
    if (count > 0) await record(transaction, actor, { action: "text.reviewWithdraw", entity, entityId, detail: { locale, kind } });
    return count > 0;
  });
}

export type TextToReview = { entity: Reviewable; id: string; title: string; text: unknown; hash: string; reviewedOn: string | null };

/** One approved text as a reviewer reads it, with the mark that counts for it; null where there is none. */
export async function textToReview({ entity, entityId, locale, kind }: Reviewing): Promise<TextToReview | null> {
  return (await textsToReview(entity, [entityId], locale, kind, locale))[0] ?? null;
}

async function textsToReview<E extends Reviewable>(entity: E, ids: string[], locale: Locale, kind: ReviewKind, reader: Locale): Promise<TextToReview[]> {
  const [documents, reviews] = [
    await readDocuments(db, entity, ids),
    await db.textReview.findMany({ where: { entity, entityId: { in: ids }, locale, kind }, select: { entityId: true, textHash: true, reviewedOn: true } }),
  ];
  return [...documents].map(([id, document]) => {
    const text = (document as DocumentOf<Reviewable>).text[locale];
    const hash = textHash(text);
    const review = reviews.find((row) => row.entityId === id && row.textHash === hash);
    return { entity, id, title: titleIn(document, reader), text, hash, reviewedOn: review ? isoDay(review.reviewedOn) : null };
  });
}

export type UnreviewedText = Omit<TextToReview, "text"> & { place: TextPlace | null };

/** The approved texts in one language that nobody of this kind has marked since they changed last, as residents come upon them. Hidden ones wait. @param reader the language of their titles */
export async function listUnreviewed(locale: Locale, kind: ReviewKind, reader: Locale): Promise<UnreviewedText[]> {
  const found: Omit<TextToReview, "text">[] = [];
  for (const entity of reviewable) {
    const inOrder = await idsInOrder[entity]();
    const texts = await textsToReview(entity, inOrder, locale, kind, reader);
    found.push(...texts.filter(({ reviewedOn }) => !reviewedOn).sort((a, b) => inOrder.indexOf(a.id) - inOrder.indexOf(b.id)).map(({ text: _, ...row }) => row));
  }
  const places = await placesOf(found.map(({ id }) => id), reader);
  return found.map((row) => ({ ...row, place: places.get(row.id) ?? null }));
}

/** How many texts `listUnreviewed` has: counted without reading whole records. */
export async function countUnreviewed(locale: Locale, kind: ReviewKind): Promise<number> {
  let count = 0;
  for (const entity of reviewable) {
    const statuses = await textStatusOf(entity, await idsInOrder[entity](), locale);
    count += [...statuses.values()].filter((status) => !status[kind]).length;
  }
  return count;
}

const byPlace = { orderBy: { position: "asc" }, select: { id: true } } as const;
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
/** What residents can see of each kind, as they come upon it. */
const idsInOrder: Record<Reviewable, () => Promise<string[]>> = {
  Chapter: async () => idsOf(await db.chapter.findMany(byPlace)),
  Section: async () => idsOf(await db.section.findMany({ where: { hidden: false }, orderBy: [{ chapter: { guideKey: "desc" } }, { chapter: { position: "asc" } }, { position: "asc" }], select: { id: true } })),
  Directive: async () => idsOf(await db.directive.findMany(byPlace)),
  Provision: async () => idsOf(await db.provision.findMany({ where: { hidden: false }, orderBy: [{ directive: { position: "asc" } }, { position: "asc" }], select: { id: true } })),
};
