import { todayInCity } from "./city";
import { Prisma, type Transaction } from "./db";
import { daysAfter } from "@/lib/dates";
import type { ListingDocument } from "@/lib/listing";
import { factsHashes } from "@/lib/verification";

/**
 * Ends confirmations whose facts these documents change: they stay in the history, and count no longer.
 * Called wherever listings are written (data/records/organizations.ts). One without a hash is older than hashes, and counts.
 */
export async function endVoidVerifications(transaction: Transaction, listings: { id: string; document: ListingDocument }[]): Promise<void> {
  const ids = listings.map(({ id }) => id);
  const confirmed = await transaction.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT "organizationId" AS id FROM "Verification"
    WHERE "organizationId" = ANY(${ids}::text[]) AND "factsHash" IS NOT NULL`);
  if (confirmed.length === 0) return;
  const yesterday = daysAfter(await todayInCity(transaction), -1);
  const affected = new Set(confirmed.map(({ id }) => id));
  const now = listings.filter(({ id }) => affected.has(id)).map(({ id, document }) => ({ id, ...factsHashes(document) }));
  await transaction.$executeRaw(Prisma.sql`
    UPDATE "Verification" AS made SET "validUntil" = ${yesterday}::date
    FROM unnest(${now.map(({ id }) => id)}::text[], ${now.map(({ phones }) => phones)}::text[], ${now.map(({ rest }) => rest)}::text[]) AS now(id, phones, rest)
    WHERE made."organizationId" = now.id AND made."factsHash" IS NOT NULL AND made."validUntil" > ${yesterday}::date
      AND made."factsHash" <> CASE made.facts WHEN 'phones' THEN now.phones ELSE now.rest END`);
}
