import { db, type Transaction } from "./db";
import type { Prisma } from "./generated/client";
import { auditHash, chainStart } from "@/lib/auditChain";
import type { Actor } from "@/lib/permissions";

/** Any number, the same wherever the log is written: one writer at a time. */
const lockNumber = 2_026_112_200;

export type AuditEvent = {
  /** "revision.approve", "signIn.failed" … */
  action: string;
  /** Kind and id of the record that it happened to. */
  entity?: string;
  entityId?: string;
  /** From/to, counts, methods. Never a text of a resident, never a password or token. */
  detail?: Prisma.InputJsonObject;
};

/**
 * Writes one row of the audit log, in the transaction of the change itself: both are there or neither is.
 * @param actor null: the guide itself
 */
export async function record(transaction: Transaction, actor: Pick<Actor, "id"> | null, { action, entity, entityId, detail = {} }: AuditEvent): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${lockNumber})`;
  const last = await transaction.auditEntry.findFirst({ orderBy: { sequence: "desc" }, select: { sequence: true, hash: true } });
  // Through JSON, as the database gives it back: the hash is over what is stored.
  const stored = JSON.parse(JSON.stringify(detail)) as Prisma.InputJsonObject;
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: new Date(),
    actorId: actor?.id ?? null,
    action,
    entity: entity ?? null,
    entityId: entityId ?? null,
    detail: stored,
    previousHash: last?.hash ?? chainStart,
  };
  await transaction.auditEntry.create({ data: { ...row, hash: auditHash(row) }, select: { sequence: true } });
}

/** The same for what changes nothing else: an export, a refused sign-in. */
export async function recordAlone(actor: Pick<Actor, "id"> | null, event: AuditEvent): Promise<void> {
  await db.$transaction((transaction) => record(transaction, actor, event));
}
