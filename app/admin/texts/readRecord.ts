import { notFound } from "next/navigation";
import { z } from "zod";
import { getEditing } from "@/data/revisions/read";
import type { RecordEntity } from "@/lib/documents";

/** Ids are ours (UUID), but the city's is its key. */
export const recordId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** The record that an address names, with the document that its form begins with; a page "not found" where there is none. */
export async function readRecord<E extends RecordEntity>(entity: E, id: unknown) {
  const parsed = recordId.safeParse(id);
  const editing = parsed.success ? await getEditing(entity, parsed.data) : null;
  const document = editing?.open?.document ?? editing?.approved;
  if (!parsed.success || !editing || !document) notFound();
  return { id: parsed.data, editing, document };
}
