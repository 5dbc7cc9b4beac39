import { Prisma, type Transaction } from "../db";
import { insertRows } from "../insertRows";
import { newId } from "../newId";
import { writeDocuments } from "../records";
import { stored } from "./open";
import type { RevisionOrigin } from "../generated/enums";
import type { DocumentOf, RecordEntity } from "@/lib/documents";

/** base: the version that the document was compared with; 0 for a new record. sourceKey: where its changes were read. */
export type Put<E extends RecordEntity> = { id: string; base: number; document: DocumentOf<E>; changedFields: string[]; sourceKey?: string };
export type Origin = { origin: RevisionOrigin; authorIds: string[]; decidedById: string | null };

/**
 * Writes many approved documents at once, each with its revision: starter content, imports.
 * @returns the ids of records that have moved on since `base`; when there are any, the caller rolls back
 */
export async function putDocuments<E extends RecordEntity>(transaction: Transaction, entity: E, records: Put<E>[], origin: Origin): Promise<string[]> {
  const moved = await takeVersions(transaction, entity, records);
  if (moved.length > 0) return moved;
  await writeDocuments(transaction, entity, records);
  const now = new Date();
  const known = records.flatMap(({ id, base }) => (base > 0 ? id : []));
  const numbers = await transaction.$queryRaw<{ entityId: string; last: number }[]>`
    SELECT "entityId", max(number) AS last FROM "Revision" WHERE entity = ${entity}::"RecordEntity" AND "entityId" = ANY(${known}::text[]) GROUP BY "entityId"`;
  const lasts = new Map(numbers.map(({ entityId, last }) => [entityId, last]));
  await insertRows(
    transaction,
    "Revision",
    records.map(({ id: entityId, document, changedFields, sourceKey }) => ({
      id: newId(), entity, entityId, document: stored(document), changedFields, ...origin, sourceKey: sourceKey ?? null, number: (lasts.get(entityId) ?? 0) + 1, state: "approved" as const, submittedAt: now, decidedAt: now,
    })),
  );
  return [];
}

async function takeVersions(transaction: Transaction, entity: RecordEntity, records: { id: string; base: number }[]): Promise<string[]> {
  const fresh = records.filter(({ base }) => base === 0);
  const known = records.filter(({ base }) => base > 0);
  await insertRows(transaction, "RecordVersion", fresh.map(({ id: entityId }) => ({ entity, entityId })));
  const taken = await transaction.$queryRaw<{ entityId: string }[]>(Prisma.sql`
    UPDATE "RecordVersion" AS record SET version = record.version + 1, "updatedAt" = now()
    FROM unnest(${known.map(({ id }) => id)}::text[], ${known.map(({ base }) => base)}::int[]) AS read(id, base)
    WHERE record.entity = ${entity}::"RecordEntity" AND record."entityId" = read.id AND record.version = read.base
    RETURNING record."entityId"`);
  const ids = new Set(taken.map(({ entityId }) => entityId));
  return known.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
}
