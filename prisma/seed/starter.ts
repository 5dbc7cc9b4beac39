import { randomUUID } from "node:crypto";
import type { Transaction } from "../../data/db.ts";
import { readDocuments } from "../../data/records.ts";
import { putDocuments, type Origin } from "../../data/revisions/put.ts";
import { changesBetween } from "../../lib/changes.ts";
import type { DocumentOf, RecordEntity } from "../../lib/documents.ts";

export type Starter<E extends RecordEntity> = { id: string | null; document: DocumentOf<E> };

const asStarter: Origin = { origin: "starter", authorIds: [], decidedById: null };

/**
 * Brings records up to the starter content. What staff have changed since, or are changing now, is theirs and stays.
 * @param records id null: not in the database yet
 * @returns the ids in the same order, and how many were left to staff
 */
export async function putStarter<E extends RecordEntity>(transaction: Transaction, entity: E, records: Starter<E>[]): Promise<{ ids: string[]; left: number }> {
  const known = records.flatMap(({ id }) => id ?? []);
  const [approved, versions, touched] = [
    await readDocuments(transaction, entity, known),
    await transaction.recordVersion.findMany({ where: { entity, entityId: { in: known } }, select: { entityId: true, version: true } }),
    await transaction.revision.findMany({ where: { entity, entityId: { in: known }, origin: { not: "starter" } }, distinct: ["entityId"], select: { entityId: true } }),
  ];
  const ofStaff = new Set(touched.map(({ entityId }) => entityId));
  const base = new Map(versions.map(({ entityId, version }) => [entityId, version]));
  const withIds = records.map(({ id, document }) => ({ id: id ?? randomUUID(), document }));
  const puts = withIds.flatMap(({ id, document }) => {
    const changedFields = changesBetween(approved.get(id) ?? {}, document).map(({ path }) => path);
    return ofStaff.has(id) || (changedFields.length === 0 && base.has(id)) ? [] : [{ id, document, changedFields, base: base.get(id) ?? 0 }];
  });
  const moved = await putDocuments(transaction, entity, puts, asStarter);
  if (moved.length > 0) throw new Error(`Somebody saved while the starter content was loaded: ${moved.join(", ")}`);
  return { ids: withIds.map(({ id }) => id), left: ofStaff.size };
}

/** Of records that the files no longer have, those that staff never touched: they may go. */
export async function untouched(transaction: Transaction, entity: RecordEntity, ids: string[]): Promise<string[]> {
  const touched = await transaction.revision.findMany({ where: { entity, entityId: { in: ids }, origin: { not: "starter" } }, select: { entityId: true } });
  const ofStaff = new Set(touched.map(({ entityId }) => entityId));
  return ids.filter((id) => !ofStaff.has(id));
}

/** Removes what is kept beside the tables of these records: texts, citations, revisions. */
export async function forget(transaction: Transaction, entity: Exclude<RecordEntity, "City">, ids: string[]): Promise<void> {
  const where = { entity, entityId: { in: ids } };
  await transaction.translation.deleteMany({ where });
  await transaction.textReview.deleteMany({ where });
  await transaction.citation.deleteMany({ where });
  await transaction.revision.deleteMany({ where });
  await transaction.recordVersion.deleteMany({ where });
}
