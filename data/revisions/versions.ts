import type { Transaction } from "../db";
import type { RecordEntity } from "@/lib/documents";

/**
 * Takes the next version of a record for one save, if it still has the version that the person read. Of two that save
 * at once the row lets one through; the other finds a newer version and changes nothing.
 * @param base 0: the record is new
 */
export async function takeVersion(transaction: Transaction, entity: RecordEntity, entityId: string, base: number): Promise<boolean> {
  if (base === 0) {
    const { count } = await transaction.recordVersion.createMany({ data: [{ entity, entityId }], skipDuplicates: true });
    return count === 1;
  }
  const { count } = await transaction.recordVersion.updateMany({ where: { entity, entityId, version: base }, data: { version: { increment: 1 } } });
  return count === 1;
}

/** The version that a save has to name; 0 where the record is new. */
export async function versionOf(transaction: Transaction, entity: RecordEntity, entityId: string): Promise<number> {
  const row = await transaction.recordVersion.findUnique({ where: { entity_entityId: { entity, entityId } }, select: { version: true } });
  return row?.version ?? 0;
}
