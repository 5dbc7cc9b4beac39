import type { Transaction } from "./db";
import { chapters } from "./records/chapters";
import { city } from "./records/city";
import { directives } from "./records/directives";
import type { RecordKind } from "./records/kind";
import { organizations } from "./records/organizations";
import { provisions } from "./records/provisions";
import { sections } from "./records/sections";
import type { DocumentOf, RecordEntity } from "@/lib/documents";

const kinds: { [E in RecordEntity]: RecordKind<E> } = {
  Organization: organizations,
  Chapter: chapters,
  Section: sections,
  Directive: directives,
  Provision: provisions,
  City: city,
};

/** The approved documents of some records, by id; ids that nobody knows are missing. */
export function readDocuments<E extends RecordEntity>(transaction: Transaction, entity: E, ids: string[]): Promise<Map<string, DocumentOf<E>>> {
  return kinds[entity].read(transaction, ids);
}

/** Writes documents into their tables: residents see them from the end of the transaction on. */
export function writeDocuments<E extends RecordEntity>(transaction: Transaction, entity: E, records: { id: string; document: DocumentOf<E> }[]): Promise<void> {
  return kinds[entity].write(transaction, records);
}

/** One approved document, or null where there is none yet. */
export async function readDocument<E extends RecordEntity>(transaction: Transaction, entity: E, id: string): Promise<DocumentOf<E> | null> {
  return (await readDocuments(transaction, entity, [id])).get(id) ?? null;
}
