import { allow } from "./allow";
import { todayInCity } from "./city";
import { countCorrections } from "./corrections";
import { db, Prisma } from "./db";
import type { RevisionOrigin, RevisionState } from "./generated/enums";
import { countUnreviewed } from "./reviews";
import { documentOf } from "./revisions/open";
import { namesOf } from "./revisions/read";
import { countTranslationsDue } from "./translationQueue";
import { countDue } from "./verificationQueue";
import { daysAfter } from "@/lib/dates";
import type { RecordEntity } from "@/lib/documents";
import { locales, sourceLocale, type Locale } from "@/lib/locales";
import { has, type Actor } from "@/lib/permissions";
import { titleIn } from "@/lib/titleIn";

/** What can wait for somebody, the most urgent first. */
export const waits = ["decide", "corrections", "imports", "confirm", "counsel", "translations", "readers", "drafts"] as const;
export type Wait = (typeof waits)[number];

/** How much of each waits for this person; what their role has nothing to do with is 0. @throws NotAllowed */
export async function countWaits(actor: Actor): Promise<Record<Wait, number>> {
  allow(actor, "enter");
  const others = locales.filter((locale) => locale !== sourceLocale);
  const sum = async (ofEach: readonly (typeof locales)[number][], count: (locale: (typeof locales)[number]) => Promise<number>) => (await Promise.all(ofEach.map(count))).reduce((a, b) => a + b, 0);
  const [decide, corrections, imports, confirm, counsel, translations, readers, drafts] = await Promise.all([
    has(actor.role, "revisions.approve") ? db.revision.count({ where: { state: "submitted", NOT: { authorIds: { has: actor.id } } } }) : 0,
    has(actor.role, "corrections.handle") ? countCorrections() : 0,
    has(actor.role, "imports.approve") ? db.import.count({ where: { state: "submitted", uploadedById: { not: actor.id } } }) : 0,
    has(actor.role, "listings.verify") ? countDue() : 0,
    has(actor.role, "texts.review") ? sum(locales, (locale) => countUnreviewed(locale, "counsel")) : 0,
    has(actor.role, "translations.propose") ? sum(others, countTranslationsDue) : 0,
    has(actor.role, "translations.review") ? sum(others, (locale) => countUnreviewed(locale, "reader")) : 0,
    db.revision.count({ where: { state: "draft", authorIds: { has: actor.id } } }),
  ]);
  return { decide, corrections, imports, confirm, counsel, translations, readers, drafts };
}

/** `decider` of an amended change: who went on with it. */
export type Decision = { id: string; entity: RecordEntity; title: string; state: RevisionState; reason: string | null; authors: string[]; decider: string | null; at: Date };
type Row = { id: string; entity: RecordEntity; document: unknown; state: RevisionState; reason: string | null; authorIds: string[]; decidedById: string | null; at: Date };

async function decisionsOf(rows: Row[], locale: Locale): Promise<Decision[]> {
  const names = await namesOf(rows.flatMap(({ authorIds, decidedById }) => [...authorIds, decidedById]));
  return rows.map(({ document, authorIds, decidedById, ...row }) => ({
    ...row, title: titleIn(documentOf(row.entity, document), locale), authors: authorIds.flatMap((id) => names.get(id) ?? []), decider: names.get(decidedById ?? "") ?? null,
  }));
}

/** One's own changes of the last 30 days that were rejected, or that somebody else went on with; the newest first. @throws NotAllowed */
export async function listReturned(actor: Actor, locale: Locale): Promise<Decision[]> {
  allow(actor, "enter");
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT own.id, own.entity, own.document, own.state, own.reason, own."authorIds", coalesce(own."decidedById", next."authorIds"[cardinality(next."authorIds")]) AS "decidedById", coalesce(own."decidedAt", next."createdAt") AT TIME ZONE 'UTC' AS at
    FROM "Revision" AS own
    LEFT JOIN "Revision" AS next ON next.entity = own.entity AND next."entityId" = own."entityId" AND next.number = own.number + 1
    WHERE own."authorIds" @> ARRAY[${actor.id}]
      AND (own.state = 'rejected' OR (own.state = 'amended' AND NOT next."authorIds" <@ own."authorIds"))
      AND coalesce(own."decidedAt", next."createdAt") > now() AT TIME ZONE 'UTC' - interval '30 days'
    ORDER BY at DESC LIMIT 10`);
  return decisionsOf(rows, locale);
}

const mostRecent = 20;

/** What was decided last, by anybody; starter content and imports are left out. */
export async function listRecent(locale: Locale): Promise<Decision[]> {
  const select = { id: true, entity: true, document: true, state: true, reason: true, authorIds: true, decidedById: true, decidedAt: true } as const;
  // One by one: of two origins at once PostgreSQL sorts every revision there is.
  const ofOne = (origin: RevisionOrigin) => db.revision.findMany({ where: { origin, decidedAt: { not: null } }, orderBy: { decidedAt: "desc" }, take: mostRecent, select });
  const rows = [...(await ofOne("staff")), ...(await ofOne("organization"))].flatMap(({ decidedAt, ...row }) => (decidedAt ? [{ ...row, at: decidedAt }] : []));
  return decisionsOf(rows.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, mostRecent), locale);
}

export type Due = { phones: number; rest: number };
const weeksAhead = 13;

/**
 * How many listings somebody has to confirm, of those that residents see: now (overdue or never confirmed), and week by week from today.
 * @returns `weeks` by their first day, up to the last one in which something falls due
 */
export async function verificationDue(): Promise<{ overdue: Due; weeks: (Due & { from: string })[] }> {
  const today = await todayInCity();
  // The last day counts: what is valid until today falls due in the week that begins today.
  const rows = await db.$queryRaw<{ week: number; facts: keyof Due; count: number }[]>(Prisma.sql`
    SELECT CASE WHEN until >= ${today}::date THEN (until - ${today}::date) / 7 ELSE -1 END AS week, facts, count(*)::int AS count
    FROM (
      SELECT listing.id, kind.facts, (SELECT max("validUntil") FROM "Verification" AS made WHERE made."organizationId" = listing.id AND made.facts::text = kind.facts) AS until
      FROM "Organization" AS listing, (VALUES ('phones'), ('rest')) AS kind(facts)
      WHERE NOT listing.hidden AND (kind.facts = 'rest' OR EXISTS (SELECT 1 FROM "Phone" WHERE "organizationId" = listing.id))
    ) AS known
    GROUP BY 1, 2`);
  const of = (week: number): Due => ({ phones: 0, rest: 0, ...Object.fromEntries(rows.filter((row) => row.week === week).map(({ facts, count }) => [facts, count])) });
  const last = Math.max(-1, ...rows.flatMap(({ week }) => (week < weeksAhead ? week : [])));
  return { overdue: of(-1), weeks: Array.from({ length: last + 1 }, (_, week) => ({ from: daysAfter(today, 7 * week), ...of(week) })) };
}
