import { db } from "../db";
import { readDocument } from "../records";
import type { Hideable } from "./hide";
import { documentOf, openRevision } from "./open";
import { saveRevision } from "./save";
import type { Conflict, Refused } from "./stop";
import type { Saved } from "./save";
import type { RecordEntity } from "@/lib/documents";
import type { Actor } from "@/lib/permissions";

type Missing = { kind: "missing" };

/** Proposes an older version of a record again, with the sources that it had. What is hidden stays hidden. @throws NotAllowed */
export async function restoreRevision(actor: Actor, revisionId: string, base: number): Promise<Saved | Conflict<RecordEntity> | Refused | Missing> {
  const row = await db.revision.findUnique({ where: { id: revisionId }, select: { entity: true, entityId: true, number: true, document: true } });
  if (!row) return { kind: "missing" };
  const { entity, entityId, number } = row;
  return saveRevision(actor, { entity, entityId, base, document: documentOf(entity, row.document), intent: "submit", restores: number });
}

/** Proposes to show a hidden record again: another person has to approve it. @throws NotAllowed */
export async function proposeShowing(actor: Actor, entity: Hideable, entityId: string, base: number, comment?: string): Promise<Saved | Conflict<RecordEntity> | Refused | Missing> {
  // What somebody has proposed meanwhile goes along.
  const document = (await openRevision(db, entity, entityId))?.document ?? (await readDocument(db, entity, entityId));
  if (!document) return { kind: "missing" };
  return saveRevision<RecordEntity>(actor, { entity, entityId, base, document, intent: "submit", show: true, ...(comment ? { comment } : {}) });
}
