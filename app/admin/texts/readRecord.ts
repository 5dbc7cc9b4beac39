import { notFound } from "next/navigation";
import { recordId } from "../recordId";
import { getEditing } from "@/data/revisions/read";
import type { RecordEntity } from "@/lib/documents";

/** The record that an address names, with the document that its form begins with; a page "not found" where there is none. */
export async function readRecord<E extends RecordEntity>(entity: E, id: unknown) {
  const parsed = recordId.safeParse(id);
  const editing = parsed.success ? await getEditing(entity, parsed.data) : null;
  const document = editing?.open?.document ?? editing?.approved;
  if (!parsed.success || !editing || !document) notFound();
  return { id: parsed.data, editing, document };
}
