import { allow } from "./allow";
import { record } from "./audit";
import { todayInCity } from "./city";
import { db, Prisma, type Transaction } from "./db";
import { readDocument } from "./records";
import { namesOf } from "./revisions/read";
import { isoDay } from "@/lib/dates";
import type { Actor } from "@/lib/permissions";
import { countsUntil, factsHashes, isVerifiable, type FactsHashes, type VerificationMethod, type VerifiedFacts } from "@/lib/verification";

export type Verifying = {
  facts: VerifiedFacts[];
  method: VerificationMethod;
  /** The day in the city on which they were confirmed. */
  verifiedOn: string;
  /** What the person had before them. When it is no longer so, nothing is confirmed. */
  seen?: FactsHashes;
};
/** date: in the future, or so long ago that it would not count. changed: the facts are not the ones that the person saw. */
export type Verified = "verified" | "date" | "changed" | "gone";

/**
 * A member of staff confirmed facts of a listing.
 * @throws NotAllowed
 */
export async function verifyListing(actor: Actor, organizationId: string, { facts, method, verifiedOn, seen }: Verifying): Promise<Verified> {
  allow(actor, "listings.verify");
  return db.$transaction(async (transaction) => {
    if (!isVerifiable(verifiedOn, await todayInCity(transaction))) return "date";
    const hashes = await holdFacts(transaction, organizationId);
    if (!hashes) return "gone";
    if (seen && facts.some((kind) => seen[kind] !== hashes[kind])) return "changed";
    await addVerifications(transaction, organizationId, hashes, { facts, method, verifiedOn, staffMemberId: actor.id });
    await record(transaction, actor, { action: "listing.verify", entity: "Organization", entityId: organizationId, detail: { facts, method, verifiedOn } });
    return "verified";
  });
}

/** The hashes of what stands in a listing now; until the transaction ends nobody can change it. Null: no such listing. */
export async function holdFacts(transaction: Transaction, organizationId: string): Promise<FactsHashes | null> {
  // What every change of a record takes first: two that lock the same things in another order would wait for each other.
  await transaction.$queryRaw(Prisma.sql`SELECT 1 FROM "RecordVersion" WHERE entity = 'Organization' AND "entityId" = ${organizationId} FOR SHARE`);
  const listing = await readDocument(transaction, "Organization", organizationId);
  return listing && factsHashes(listing);
}

type Made = { facts: VerifiedFacts[]; method: VerificationMethod | "organization"; verifiedOn: string; staffMemberId: string | null };

/** Writes confirmations of the facts that have these hashes. The caller has looked at permission and date, and writes the audit row. */
export async function addVerifications(transaction: Transaction, organizationId: string, hashes: FactsHashes, { facts, method, verifiedOn, staffMemberId }: Made): Promise<void> {
  await transaction.verification.createMany({
    data: [...new Set(facts)].map((kind) => ({
      organizationId, facts: kind, factsHash: hashes[kind], method, verifiedOn: new Date(verifiedOn), validUntil: new Date(countsUntil(kind, verifiedOn)), staffMemberId,
    })),
  });
}

/** Who confirmed a listing, when and how, the newest first; `name` is null where it was the organization itself. For staff only. */
export async function listVerifications(organizationId: string) {
  const rows = await db.verification.findMany({
    where: { organizationId },
    orderBy: [{ verifiedOn: "desc" }, { createdAt: "desc" }],
    take: 50,
    select: { id: true, facts: true, method: true, verifiedOn: true, validUntil: true, staffMemberId: true },
  });
  const names = await namesOf(rows.map(({ staffMemberId }) => staffMemberId));
  return rows.map(({ staffMemberId, ...row }) => ({ ...row, verifiedOn: isoDay(row.verifiedOn), validUntil: isoDay(row.validUntil), name: names.get(staffMemberId ?? "") ?? null }));
}
