import { db, type Transaction } from "../db";
import type { Prisma } from "../generated/client";
import { readDocument } from "../records";
import { documentOf, openRevision } from "./open";
import { versionOf } from "./versions";
import { isRecordEntity, type DocumentOf, type RecordEntity } from "@/lib/documents";
import { sensitiveChanges, type Sensitive } from "@/lib/sensitive";
import { isStorable } from "@/lib/texts";

const columns = {
  id: true, entity: true, entityId: true, number: true, state: true, origin: true, changedFields: true, authorIds: true, comment: true, sourceKey: true, reason: true, decidedById: true, createdAt: true, submittedAt: true, decidedAt: true,
} as const satisfies Prisma.RevisionSelect;
export type RevisionRow = Prisma.RevisionGetPayload<{ select: typeof columns }>;

/** What an edit form begins with: the open proposal, else what residents see, and the version to name when saving. */
export type Editing<E extends RecordEntity> = {
  version: number;
  /** What residents see; null where the record is new. */
  approved: DocumentOf<E> | null;
  open: Awaited<ReturnType<typeof openRevision<E>>>;
};

/** @returns null where nobody knows this record */
export async function getEditing<E extends RecordEntity>(entity: E, entityId: string): Promise<Editing<E> | null> {
  if (!isStorable(entityId)) return null;
  return db.$transaction(
    async (transaction) => {
      const version = await versionOf(transaction, entity, entityId);
      const [approved, open] = [await readDocument(transaction, entity, entityId), await openRevision(transaction, entity, entityId)];
      return approved || open ? { version, approved, open } : null;
    },
    { isolationLevel: "RepeatableRead" },
  );
}

export type RevisionView<E extends RecordEntity = RecordEntity> = RevisionRow & {
  document: DocumentOf<E>;
  /** What it changes: the approved document before it; null where the record was new. */
  before: DocumentOf<E> | null;
  /** Since when residents see that; null where the record was new. */
  beforeSince: Date | null;
  sensitive: Sensitive[];
  /** What a decision has to name. */
  version: number;
};

/** One revision with the approved document that it changes, or null. */
export async function getRevision(id: string): Promise<RevisionView | null> {
  if (!isStorable(id)) return null;
  const row = await db.revision.findUnique({ where: { id }, select: { ...columns, document: true } });
  if (!row || !isRecordEntity(row.entity)) return null;
  const { entity, entityId, state } = row;
  const document = documentOf(entity, row.document);
  const isOpen = state === "draft" || state === "submitted";
  const moment = isOpen ? new Date() : (row.decidedAt ?? row.submittedAt ?? row.createdAt);
  // Not by number: what is hidden while a proposal is open has a higher number, and may be older than its approval.
  const previous = await db.revision.findFirst({ where: { entity, entityId, state: "approved", id: { not: id }, decidedAt: { lte: moment } }, orderBy: { decidedAt: "desc" }, select: { document: true, decidedAt: true } });
  const before = previous ? documentOf(entity, previous.document) : null;
  return { ...row, document, before, beforeSince: previous?.decidedAt ?? null, sensitive: sensitiveChanges(entity, before, document), version: await versionOf(db, entity, entityId) };
}

/** Everything that a record ever was and that somebody proposed for it, the newest first. Drafts are not history yet. */
export async function listHistory(entity: RecordEntity, entityId: string): Promise<RevisionRow[]> {
  return db.revision.findMany({ where: { entity, entityId, state: { not: "draft" } }, orderBy: { number: "desc" }, take: 500, select: columns });
}

/** What residents saw of a record at that moment; null before it existed. */
export async function documentAt<E extends RecordEntity>(entity: E, entityId: string, moment: Date): Promise<{ id: string; document: DocumentOf<E>; number: number; decidedAt: Date } | null> {
  const row = await db.revision.findFirst({
    where: { entity, entityId, state: "approved", decidedAt: { lte: moment } },
    orderBy: { decidedAt: "desc" },
    select: { id: true, document: true, number: true, decidedAt: true },
  });
  return row?.decidedAt ? { id: row.id, document: documentOf(entity, row.document), number: row.number, decidedAt: row.decidedAt } : null;
}

/** The names of staff, by id, for pages of the staff area only: residents never see one. */
export async function namesOf(ids: (string | null)[], transaction: Transaction = db): Promise<Map<string, string>> {
  const rows = await transaction.staffMember.findMany({ where: { id: { in: ids.flatMap((id) => id ?? []) } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
