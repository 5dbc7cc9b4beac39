import type { Transaction } from "../db";
import type { Prisma } from "../generated/client";
import { documents, type DocumentOf, type RecordEntity } from "@/lib/documents";

/** One open proposal a record: whoever edits next goes on from it. */
export const openKeyOf = (entity: RecordEntity, entityId: string) => `${entity}/${entityId}`;

/** A document as the database keeps it: what it does not have is absent, not undefined. */
export const stored = (document: object) => JSON.parse(JSON.stringify(document)) as Prisma.InputJsonObject;

/** A stored document as its kind has it. */
export function documentOf<E extends RecordEntity>(entity: E, json: unknown): DocumentOf<E> {
  return documents[entity].parse(json) as DocumentOf<E>;
}

export type OpenRevision<E extends RecordEntity> = {
  id: string;
  state: "draft" | "submitted";
  document: DocumentOf<E>;
  authorIds: string[];
  comment: string | null;
  sourceKey: string | null;
};

/** The draft or proposal of this record that nobody has decided yet, or null. */
export async function openRevision<E extends RecordEntity>(transaction: Transaction, entity: E, entityId: string): Promise<OpenRevision<E> | null> {
  const row = await transaction.revision.findUnique({
    where: { openKey: openKeyOf(entity, entityId) },
    select: { id: true, state: true, document: true, authorIds: true, comment: true, sourceKey: true },
  });
  return row && { ...row, state: row.state === "draft" ? "draft" : "submitted", document: documentOf(entity, row.document) };
}

/** The number of the next revision of this record. Call it after taking the version: two at once would get one number. */
export async function nextNumber(transaction: Transaction, entity: RecordEntity, entityId: string): Promise<number> {
  const last = await transaction.revision.findFirst({ where: { entity, entityId }, orderBy: { number: "desc" }, select: { number: true } });
  return (last?.number ?? 0) + 1;
}
