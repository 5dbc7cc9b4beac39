import { allow } from "../allow";
import { record } from "../audit";
import { db } from "../db";
import { readDocument, writeDocuments } from "../records";
import { nextNumber, openRevision, stored } from "./open";
import { orStop, Stop } from "./stop";
import type { RecordEntity } from "@/lib/documents";
import type { Actor } from "@/lib/permissions";

/** The kinds of record that can be hidden. */
export const hideable = ["Organization", "Section", "Provision"] as const satisfies RecordEntity[];
export type Hideable = (typeof hideable)[number];

/**
 * Takes a record out of residents' sight at once: one Editor suffices, and no version has to be named, because a wrong
 * listing hurts now. An open proposal is hidden along with it, so that its approval shows nothing again.
 * @returns false where there is no such record, or it is hidden already
 * @throws NotAllowed
 */
export async function hideRecord(actor: Actor, entity: Hideable, entityId: string, reason: string): Promise<boolean> {
  allow(actor, "records.hide");
  const work = db.$transaction(async (transaction) => {
    await transaction.recordVersion.updateMany({ where: { entity, entityId }, data: { version: { increment: 1 } } });
    const approved = await readDocument(transaction, entity, entityId);
    // Nobody who is editing shall be told of a change that there was not.
    if (!approved || approved.hidden) throw new Stop(false);
    const document = { ...approved, hidden: true };
    await writeDocuments(transaction, entity, [{ id: entityId, document }]);
    const open = await openRevision(transaction, entity, entityId);
    if (open) await transaction.revision.update({ where: { id: open.id }, data: { document: stored({ ...open.document, hidden: true }) }, select: { id: true } });
    const now = new Date();
    await transaction.revision.create({
      data: { entity, entityId, number: await nextNumber(transaction, entity, entityId), state: "approved", document: stored(document), changedFields: ["hidden"], authorIds: [actor.id], comment: reason || null, decidedById: actor.id, submittedAt: now, decidedAt: now },
      select: { id: true },
    });
    await record(transaction, actor, { action: "record.hide", entity, entityId });
    return true;
  });
  return orStop<boolean, false>(work);
}
