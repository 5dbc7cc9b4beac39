import type { Transaction } from "../db";
import { insertRows } from "../insertRows";
import { newId } from "../newId";
import type { CitedEntity } from "../generated/enums";

/** Field → keys of sources, in order. */
export type Citations = Record<string, string[]>;

/** Says where the facts of some records were read; what was said before is forgotten. */
export async function writeCitations(transaction: Transaction, entity: CitedEntity, written: { entityId: string; isNew?: boolean; sources: Citations }[]): Promise<void> {
  const known = written.flatMap(({ entityId, isNew }) => (isNew ? [] : entityId));
  if (known.length > 0) await transaction.$executeRaw`DELETE FROM "Citation" WHERE entity = ${entity}::"CitedEntity" AND "entityId" = ANY(${known}::text[])`;
  const rows = written.flatMap(({ entityId, sources }) =>
    Object.entries(sources).flatMap(([field, keys]) => [...new Set(keys)].map((sourceKey, position) => ({ id: newId(), entity, entityId, field, position, sourceKey }))),
  );
  await insertRows(transaction, "Citation", rows);
}

/** Record id → field → keys of sources. */
export async function readCitations(transaction: Transaction, entity: CitedEntity, ids: string[]): Promise<Map<string, Citations>> {
  const rows = await transaction.citation.findMany({
    where: { entity, entityId: { in: ids } },
    orderBy: { position: "asc" },
    select: { entityId: true, field: true, sourceKey: true },
  });
  const found = new Map<string, Citations>(ids.map((id) => [id, {}]));
  for (const { entityId, field, sourceKey } of rows) (found.get(entityId)![field] ??= []).push(sourceKey);
  return found;
}
