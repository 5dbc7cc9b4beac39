import { allow } from "./allow";
import { record } from "./audit";
import { db, Prisma } from "./db";
import { daysKept, type CorrectionForm, type CorrectionKind, type CorrectionOutcome } from "@/lib/corrections";
import type { Actor } from "@/lib/permissions";

const oldest = () => new Date(Date.now() - daysKept * 86_400_000);

/** Condition on "Correction" AS correction: nobody has handled it, and it may still be kept. */
export const openCorrections = () => Prisma.sql`correction.outcome IS NULL AND correction."receivedAt" > ${oldest()}::timestamptz AT TIME ZONE 'UTC'`;

/**
 * Keeps what a reader told us about a listing, and nothing about the reader. The same words within an hour count once.
 * @returns false where residents see no such listing
 */
export async function addCorrection({ slug, locale, kind, note }: CorrectionForm): Promise<boolean> {
  return db.$transaction(async (transaction) => {
    // Held, so that of two equal ones at once the second finds the first.
    const [listing] = await transaction.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT id FROM "Organization" WHERE slug = ${slug} AND NOT hidden FOR NO KEY UPDATE`);
    if (!listing) return false;
    const same = { organizationId: listing.id, kind, note: note || null };
    const known = await transaction.correction.findFirst({ where: { ...same, receivedAt: { gt: new Date(Date.now() - 3_600_000) } }, select: { id: true } });
    if (!known) await transaction.correction.create({ data: { ...same, locale }, select: { id: true } });
    return true;
  });
}

export type ReportedListing = {
  organizationId: string;
  name: string;
  slug: string;
  hidden: boolean;
  corrections: { id: string; kind: CorrectionKind; note: string | null; locale: string; receivedAt: Date }[];
};

/** What readers told us and nobody has handled: by listing, those that ask for money first, then the longest waiting. @throws NotAllowed */
export async function listCorrections(actor: Actor): Promise<ReportedListing[]> {
  allow(actor, "corrections.handle");
  const rows = await db.correction.findMany({
    where: { outcome: null, receivedAt: { gt: oldest() } },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, kind: true, note: true, locale: true, receivedAt: true, organizationId: true, organization: { select: { name: true, slug: true, hidden: true } } },
  });
  const listings = new Map<string, ReportedListing>();
  for (const { organizationId, organization, ...correction } of rows) {
    const listing = listings.get(organizationId) ?? { organizationId, ...organization, corrections: [] };
    listing.corrections.push(correction);
    listings.set(organizationId, listing);
  }
  const harmful = ({ corrections }: ReportedListing) => Number(corrections.some(({ kind }) => kind === "asksForMoney"));
  return [...listings.values()].sort((a, b) => harmful(b) - harmful(a));
}

/**
 * Closes reports. One that somebody else has closed meanwhile keeps what that person said.
 * @returns how many this person closed
 * @throws NotAllowed
 */
export async function handleCorrections(actor: Actor, ids: string[], outcome: CorrectionOutcome): Promise<number> {
  allow(actor, "corrections.handle");
  return db.$transaction(async (transaction) => {
    const handled = await transaction.correction.updateManyAndReturn({
      where: { id: { in: ids }, outcome: null, receivedAt: { gt: oldest() } },
      data: { outcome, handledAt: new Date(), handledById: actor.id },
      select: { id: true, kind: true, organizationId: true },
    });
    for (const { id, kind, organizationId } of handled)
      await record(transaction, actor, { action: "correction.handle", entity: "Organization", entityId: organizationId, detail: { correction: id, kind, outcome } });
    return handled.length;
  });
}

/** How many reports wait for somebody. */
export async function countCorrections(): Promise<number> {
  return db.correction.count({ where: { outcome: null, receivedAt: { gt: oldest() } } });
}

/**
 * Removes what is older than 90 days, handled or not. Run it every hour; no read shows anything older meanwhile.
 * @returns how many were removed
 */
export async function purgeCorrections(): Promise<number> {
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.correction.deleteMany({ where: { receivedAt: { lte: oldest() } } });
    if (count > 0) await record(transaction, null, { action: "correction.purge", detail: { count } });
    return count;
  });
}
