import { allow } from "../allow";
import { record } from "../audit";
import { db, type Transaction } from "../db";
import { readDocument, writeDocuments } from "../records";
import { openRevision } from "./open";
import { orStop, Stop } from "./stop";
import { takenFields } from "./references";
import { takeVersion } from "./versions";
import { isRecordEntity, type RecordEntity } from "@/lib/documents";
import type { Actor } from "@/lib/permissions";
import { needsSource, sensitiveChanges } from "@/lib/sensitive";

type Decision = { entity: RecordEntity; entityId: string; revisionId: string; state: "approved" | "rejected" | "withdrawn"; reason?: string };

/** Decides an open revision whose version the caller has taken, inside the caller's transaction. */
export async function decide(transaction: Transaction, actor: Actor, { entity, entityId, revisionId, state, reason }: Decision): Promise<void> {
  const open = await openRevision(transaction, entity, entityId);
  if (!open || open.id !== revisionId) throw new Stop<Undecided>({ kind: "gone" });
  if (state === "approved") await writeDocuments(transaction, entity, [{ id: entityId, document: open.document }]);
  await transaction.revision.update({
    where: { id: revisionId },
    data: { state, reason: reason ?? null, openKey: null, decidedById: actor.id, decidedAt: new Date() },
    select: { id: true },
  });
  await record(transaction, actor, { action: `revision.${verbs[state]}`, entity, entityId, detail: { revisionId } });
}
const verbs = { approved: "approve", rejected: "reject", withdrawn: "withdraw" } as const;

/** gone: decided or changed by somebody else meanwhile. own: a second person is needed. source: it names none. taken: so is its address. */
export type Undecided = { kind: "gone" } | { kind: "own" } | { kind: "source" } | { kind: "reason" } | { kind: "taken" };
export type Decided = { kind: "decided" };

async function decideOne(actor: Actor, revisionId: string, base: number, state: Decision["state"], check: (transaction: Transaction, entity: RecordEntity, entityId: string) => Promise<void>, reason?: string) {
  const work = db.$transaction(async (transaction) => {
    const revision = await transaction.revision.findUnique({ where: { id: revisionId }, select: { entity: true, entityId: true, openKey: true } });
    if (!revision?.openKey || !isRecordEntity(revision.entity)) throw new Stop<Undecided>({ kind: "gone" });
    const { entity, entityId } = revision;
    if (!(await takeVersion(transaction, entity, entityId, base))) throw new Stop<Undecided>({ kind: "gone" });
    await check(transaction, entity, entityId);
    await decide(transaction, actor, { entity, entityId, revisionId, state, ...(reason ? { reason } : {}) });
    return { kind: "decided" } as Decided;
  });
  return orStop<Decided, Undecided>(work);
}

/**
 * Approves a proposal: its document goes into the tables, and residents see it.
 * @param base the version that the person looked at
 * @throws NotAllowed
 */
export async function approveRevision(actor: Actor, revisionId: string, base: number): Promise<Decided | Undecided> {
  allow(actor, "revisions.approve");
  return decideOne(actor, revisionId, base, "approved", async (transaction, entity, entityId) => {
    const [open, approved] = [await openRevision(transaction, entity, entityId), await readDocument(transaction, entity, entityId)];
    if (!open || open.state !== "submitted") throw new Stop<Undecided>({ kind: "gone" });
    const sensitive = sensitiveChanges(entity, approved, open.document);
    if (sensitive.length > 0 && open.authorIds.includes(actor.id)) throw new Stop<Undecided>({ kind: "own" });
    if (needsSource(sensitive) && !open.sourceKey && !hasOwnSources(open.document)) throw new Stop<Undecided>({ kind: "source" });
    if (!approved && (await takenFields(transaction, entity, entityId, open.document)).length > 0) throw new Stop<Undecided>({ kind: "taken" });
  });
}

const hasOwnSources = (document: object) => "sources" in document && document.sources !== null && Object.values(document.sources as object).length > 0;

/** Rejects a proposal and says why; its author can read it in the history. @throws NotAllowed */
export async function rejectRevision(actor: Actor, revisionId: string, base: number, reason: string): Promise<Decided | Undecided> {
  allow(actor, "revisions.approve");
  if (!reason.trim()) return { kind: "reason" };
  return decideOne(actor, revisionId, base, "rejected", async () => {}, reason.trim().slice(0, 2000));
}

/** Takes one's own draft or proposal back. @throws NotAllowed */
export async function withdrawRevision(actor: Actor, revisionId: string, base: number): Promise<Decided | Undecided> {
  allow(actor, "enter");
  return decideOne(actor, revisionId, base, "withdrawn", async (transaction, entity, entityId) => {
    const open = await openRevision(transaction, entity, entityId);
    if (!open?.authorIds.includes(actor.id)) throw new Stop<Undecided>({ kind: "gone" });
  });
}
