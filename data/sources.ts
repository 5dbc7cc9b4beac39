import { db, type Transaction } from "./db";
import type { CitedEntity } from "./generated/enums";

export type SourceView = { key: string; name: string; url: string | null; kind: string; publishedOn: string | null; readOn: string | null; dateNote: string | null };

/**
 * Where the facts of some records were read.
 * @returns record id → field ("text", "phone", …) → sources, in the order that staff gave them
 */
export async function sourcesOf(entity: CitedEntity, ids: string[], transaction: Transaction = db): Promise<Map<string, Record<string, SourceView[]>>> {
  const rows = await transaction.citation.findMany({
    where: { entity, entityId: { in: ids } },
    orderBy: { position: "asc" },
    select: {
      entityId: true,
      field: true,
      source: { select: { key: true, name: true, url: true, kind: true, publishedOn: true, readOn: true, dateNote: true } },
    },
  });
  const sources = new Map<string, Record<string, SourceView[]>>(ids.map((id) => [id, {}]));
  for (const { entityId, field, source } of rows) (sources.get(entityId)![field] ??= []).push(source);
  return sources;
}
