import { allow } from "../allow";
import { record } from "../audit";
import { db, type Transaction } from "../db";
import { readDocuments, writeDocuments } from "../records";
import { nextNumber, openRevision, stored } from "./open";
import type { DocumentOf } from "@/lib/documents";
import type { Actor } from "@/lib/permissions";

/** The kinds of record that stand in an order of their own. */
export const movable = ["Chapter", "Section", "Directive", "Provision"] as const;
export type Movable = (typeof movable)[number];

/** The records that stand in one order with this one, itself among them. */
async function neighboursOf(transaction: Transaction, entity: Movable, id: string): Promise<string[]> {
  const order = { orderBy: [{ position: "asc" as const }, { id: "asc" as const }], select: { id: true } as const };
  const of = { some: { id } };
  const rows =
    entity === "Chapter" ? await transaction.chapter.findMany({ where: { guide: { chapters: of } }, ...order })
    : entity === "Section" ? await transaction.section.findMany({ where: { chapter: { sections: of } }, ...order })
    : entity === "Provision" ? await transaction.provision.findMany({ where: { directive: { provisions: of } }, ...order })
    : await transaction.directive.findMany(order);
  return rows.map((row) => row.id);
}

/**
 * Moves a record one place up or down among its neighbours. Residents see it at once: an order states nothing, so one person
 * who may approve suffices. Open proposals move along, or their approval would move the record back.
 * @returns false where there is no such record, or it stands at that end
 * @throws NotAllowed
 */
export async function moveRecord(actor: Actor, entity: Movable, id: string, direction: "up" | "down"): Promise<boolean> {
  allow(actor, "texts.propose");
  allow(actor, "revisions.approve");
  return db.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`order of ${entity}`}))`;
    const ids = await neighboursOf(transaction, entity, id);
    const from = ids.indexOf(id);
    const to = direction === "up" ? from - 1 : from + 1;
    if (from < 0 || to < 0 || to >= ids.length) return false;
    // Held before they are read: what somebody approves in this moment must not be written over.
    await transaction.$queryRaw`SELECT 1 FROM "RecordVersion" WHERE entity = ${entity}::"RecordEntity" AND "entityId" = ANY(${ids}) ORDER BY "entityId" FOR UPDATE`;
    const documents = await readDocuments(transaction, entity, ids);
    // The places stay, the records change theirs; two in one place are moved apart.
    let last = -1;
    const places = ids.map((id) => (last = Math.max(documents.get(id)!.position, last + 1)));
    ids.splice(to, 0, ...ids.splice(from, 1));
    for (const [index, moved] of ids.entries()) await place(transaction, actor, entity, moved, documents.get(moved)!, places[index]!);
    await record(transaction, actor, { action: "record.move", entity, entityId: id, detail: { direction } });
    return true;
  });
}

async function place<E extends Movable>(transaction: Transaction, actor: Actor, entity: E, id: string, approved: DocumentOf<E>, position: number): Promise<void> {
  if (approved.position === position) return;
  await transaction.recordVersion.updateMany({ where: { entity, entityId: id }, data: { version: { increment: 1 } } });
  const document = { ...approved, position };
  await writeDocuments(transaction, entity, [{ id, document }]);
  const open = await openRevision(transaction, entity, id);
  if (open) await transaction.revision.update({ where: { id: open.id }, data: { document: stored({ ...open.document, position }) }, select: { id: true } });
  const now = new Date();
  await transaction.revision.create({
    data: { entity, entityId: id, number: await nextNumber(transaction, entity, id), state: "approved", document: stored(document), changedFields: ["position"], authorIds: [actor.id], decidedById: actor.id, submittedAt: now, decidedAt: now },
    select: { id: true },
  });
}
