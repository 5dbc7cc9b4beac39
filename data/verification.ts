import { allow } from "./allow";
import { record } from "./audit";
import { todayInCity } from "./city";
import { db, Prisma, type Transaction } from "./db";
import { readDocument } from "./records";
import { namesOf } from "./revisions/read";
import { isoDay } from "@/lib/dates";
import type { Actor } from "@/lib/permissions";
import { countsUntil, factsHashes, hoursToTakeBack, isVerifiable, verifiedFacts, type FactsHashes, type VerificationMethod, type VerifiedFacts } from "@/lib/verification";

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

/** What a member of staff may still take back of their own confirmations. */
const takenBackFrom = () => new Date(Date.now() - hoursToTakeBack * 3_600_000);

/**
 * A member of staff takes back a confirmation of their own that was a mistake: everything is as it was before it, as far as residents
 * and the queue know. The log keeps both, and by its moment says which one.
 * @param id of one of its rows: what was confirmed together is taken back together
 * @returns the listing; null: not theirs, made too long ago, or taken back already
 * @throws NotAllowed
 */
export async function takeBackVerification(actor: Actor, id: string): Promise<string | null> {
  allow(actor, "listings.verify");
  return db.$transaction(async (transaction) => {
    const rows = await transaction.$queryRaw<{ organizationId: string; facts: VerifiedFacts; method: string; verifiedOn: string; createdAt: Date }[]>(Prisma.sql`
      DELETE FROM "Verification" AS made USING "Verification" AS one
      WHERE one.id = ${id} AND one."staffMemberId" = ${actor.id} AND one."createdAt" > ${takenBackFrom()}
        AND made."organizationId" = one."organizationId" AND made."staffMemberId" = one."staffMemberId" AND made."createdAt" = one."createdAt"
      RETURNING made."organizationId", made.facts::text, made.method, made."verifiedOn"::text, made."createdAt"`);
    const [first] = rows;
    if (!first) return null;
    const { organizationId, method, verifiedOn, createdAt } = first;
    const facts = verifiedFacts.filter((kind) => rows.some((row) => row.facts === kind));
    const detail = { facts, method, verifiedOn, madeAt: createdAt.toISOString() };
    await record(transaction, actor, { action: "listing.verifyWithdraw", entity: "Organization", entityId: organizationId, detail });
    return organizationId;
  });
}

/** What this person confirmed of a listing and may still take back, the newest first; `id` is that of one of its rows. */
export async function listOwnVerifications(actor: Actor, organizationId: string): Promise<{ id: string; facts: VerifiedFacts[] }[]> {
  const rows = await db.verification.findMany({
    where: { organizationId, staffMemberId: actor.id, createdAt: { gt: takenBackFrom() } },
    orderBy: [{ createdAt: "desc" }, { facts: "asc" }],
    select: { id: true, facts: true, createdAt: true },
  });
  const together = new Map<number, typeof rows>();
  for (const row of rows) together.set(row.createdAt.getTime(), [...(together.get(row.createdAt.getTime()) ?? []), row]);
  return [...together.values()].map((made) => ({ id: made[0]!.id, facts: made.map(({ facts }) => facts) }));
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
  const createdAt = new Date();
  await transaction.verification.createMany({
    data: [...new Set(facts)].map((kind) => ({
      organizationId, createdAt, facts: kind, factsHash: hashes[kind], method, verifiedOn: new Date(verifiedOn), validUntil: new Date(countsUntil(kind, verifiedOn)), staffMemberId,
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
