import { todayInCity } from "./city";
import { openCorrections } from "./corrections";
import { db, Prisma } from "./db";
import { readDocuments } from "./records";
import { daysAfter } from "@/lib/dates";
import type { ListingDocument } from "@/lib/listing";
import { factsHashes, type FactsHashes } from "@/lib/verification";

export const queuePageSize = 25;

/** When these facts were last confirmed, and until when that counts; null: never. */
export type LastConfirmed = { on: string; until: string } | null;
export type DueListing = {
  id: string;
  listing: ListingDocument;
  /** Of what the person sees: goes back with "it is right". */
  seen: FactsHashes;
  phones: LastConfirmed;
  rest: LastConfirmed;
  due: { phones: boolean; rest: boolean };
  /** Reports of readers that nobody has handled yet. */
  corrections: number;
};
type Row = { id: string; phonesOn: string | null; phonesUntil: string | null; restOn: string | null; restUntil: string | null; phonesDue: boolean; restDue: boolean; corrections: number; total: number };

const confirmed = (on: string | null, until: string | null): LastConfirmed => (on && until ? { on, until } : null);

/**
 * Listings that somebody has to confirm, by the harm that a wrong one does: hotlines, then those whose sources
 * contradict each other, then those that readers complain about, then those that are overdue longest (never
 * confirmed comes first). What residents do not see is not among them.
 * @param soon also what falls due within 30 days
 * @param city only listings with an address there; "": all
 * @returns page: the one shown, as asked if there is such a page
 */
export async function listDue({ soon, city, page }: { soon: boolean; city: string; page: number }): Promise<{ listings: DueListing[]; total: number; today: string; page: number }> {
  const today = await todayInCity();
  const firstGoodDay = soon ? daysAfter(today, 31) : today;
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    WITH newest AS (
      SELECT "organizationId", facts, max("verifiedOn") AS made, max("validUntil") AS until FROM "Verification" GROUP BY 1, 2
    ), reported AS (
      SELECT "organizationId", count(*)::int AS corrections FROM "Correction" AS correction WHERE ${openCorrections()} GROUP BY 1
    ), known AS (
      SELECT listing.id, listing.name, listing.kind = 'hotline' AS hotline, coalesce(reported.corrections, 0) AS corrections,
        EXISTS (SELECT 1 FROM "Conflict" WHERE "organizationId" = listing.id) AS contested,
        EXISTS (SELECT 1 FROM "Phone" WHERE "organizationId" = listing.id) AND coalesce(phones.until < ${firstGoodDay}::date, true) AS "phonesDue",
        coalesce(rest.until < ${firstGoodDay}::date, true) AS "restDue",
        phones.made AS "phonesOn", phones.until AS "phonesUntil", rest.made AS "restOn", rest.until AS "restUntil"
      FROM "Organization" AS listing
      LEFT JOIN newest AS phones ON phones."organizationId" = listing.id AND phones.facts = 'phones'
      LEFT JOIN newest AS rest ON rest."organizationId" = listing.id AND rest.facts = 'rest'
      LEFT JOIN reported ON reported."organizationId" = listing.id
      WHERE NOT listing.hidden
        AND (${city} = '' OR EXISTS (SELECT 1 FROM "Location" AS place JOIN "Address" AS address ON address."locationId" = place.id WHERE place."organizationId" = listing.id AND address.city = ${city}))
    )
    SELECT id, "phonesOn"::text, "phonesUntil"::text, "restOn"::text, "restUntil"::text, "phonesDue", "restDue", corrections, (count(*) OVER ())::int AS total
    FROM known WHERE "phonesDue" OR "restDue"
    ORDER BY hotline DESC, contested DESC, corrections > 0 DESC,
      LEAST(CASE WHEN "phonesDue" THEN coalesce("phonesUntil", '-infinity') END, CASE WHEN "restDue" THEN coalesce("restUntil", '-infinity') END), name, id
    LIMIT ${queuePageSize} OFFSET ${(page - 1) * queuePageSize}`);
  // Others have confirmed some meanwhile: the queue has become shorter.
  if (rows.length === 0 && page > 1) return listDue({ soon, city, page: 1 });
  const listings = await readDocuments(db, "Organization", rows.map(({ id }) => id));
  return {
    listings: rows.flatMap(({ id, corrections, phonesOn, phonesUntil, restOn, restUntil, phonesDue, restDue }) => {
      const listing = listings.get(id);
      if (!listing) return [];
      return [{ id, listing, seen: factsHashes(listing), phones: confirmed(phonesOn, phonesUntil), rest: confirmed(restOn, restUntil), due: { phones: phonesDue, rest: restDue }, corrections }];
    }),
    total: rows[0]?.total ?? 0,
    today,
    page,
  };
}

/** How many listings `listDue` has today, in all cities. */
export async function countDue(): Promise<number> {
  const today = await todayInCity();
  const counts = (facts: "phones" | "rest") => Prisma.sql`EXISTS (SELECT 1 FROM "Verification" WHERE "organizationId" = listing.id AND facts = ${facts}::"VerifiedFacts" AND "validUntil" >= ${today}::date)`;
  const rows = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM "Organization" AS listing
    WHERE NOT hidden AND (NOT ${counts("rest")} OR (EXISTS (SELECT 1 FROM "Phone" WHERE "organizationId" = listing.id) AND NOT ${counts("phones")}))`);
  return rows[0]?.count ?? 0;
}
