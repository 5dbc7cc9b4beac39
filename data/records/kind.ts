import type { Transaction } from "../db";
import type { DocumentOf, RecordEntity } from "@/lib/documents";

export type Written<E extends RecordEntity> = { id: string; document: DocumentOf<E> };

/** How one kind of record is read from its tables and written to them: whole, and many at a time. */
export type RecordKind<E extends RecordEntity> = {
  /** Approved documents by record id; ids that nobody knows are missing. */
  read: (transaction: Transaction, ids: string[]) => Promise<Map<string, DocumentOf<E>>>;
  write: (transaction: Transaction, records: Written<E>[]) => Promise<void>;
};
