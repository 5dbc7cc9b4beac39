import { allow } from "../allow";
import { record } from "../audit";
import { db, type Transaction } from "../db";
import { readDocument } from "../records";
import { createSource } from "../sourcesOfStaff";
import { decide } from "./decide";
import { nextNumber, openKeyOf, openRevision, stored } from "./open";
import { checkSources, namingSource, withSource } from "./sources";
import { orStop, Stop, type Conflict, type Refused } from "./stop";
import { takenFields, unknownReferences } from "./references";
import { takeVersion, versionOf } from "./versions";
import { changesBetween } from "@/lib/changes";
import { documents, type DocumentOf, type RecordEntity } from "@/lib/documents";
import { faultsOf, type Fault } from "@/lib/faults";
import type { NewSource } from "@/lib/newSource";
import { may, type Actor } from "@/lib/permissions";
import { needsSource, permissionFor, sensitiveChanges } from "@/lib/sensitive";

export type Saving<E extends RecordEntity> = {
  entity: E;
  entityId: string;
  /** The version that the person read; 0 for a new record. */
  base: number;
  /** As the form gave it. */
  document: unknown;
  /** publish: submit, and approve at once where no second person is needed. */
  intent: "draft" | "submit" | "publish";
  comment?: string;
  /** Where the changed facts were read: one that is there, or a new one, which is written down if the change is. */
  sourceKey?: string;
  newSource?: NewSource;
  /** Show a hidden record again, or leave it as it is. */
  show?: boolean;
  /** An older version brought back: its facts keep the sources that they had. */
  restores?: number;
};
export type Saved = { kind: "saved"; revisionId: string; version: number; published: boolean } | { kind: "same" };

/**
 * Saves a change as a revision. Residents see nothing of it before it is approved.
 * @throws NotAllowed
 */
export async function saveRevision<E extends RecordEntity>(actor: Actor, saving: Saving<E>): Promise<Saved | Conflict<E> | Refused> {
  allow(actor, "enter");
  const { entity, entityId, newSource } = saving;
  const work = db.$transaction(async (transaction) => {
    if (!(await takeVersion(transaction, entity, entityId, saving.base))) throw new Stop(await conflictOf(transaction, entity, entityId));
    const sourced = newSource ? { ...saving, sourceKey: await createSource(transaction, actor, newSource) } : saving;
    const parsed = documents[entity].safeParse(namingSource(saving.document, sourced.sourceKey));
    if (!parsed.success) throw new Stop({ kind: "refused", faults: faultsOf(parsed.error) } satisfies Refused);
    return save(transaction, actor, sourced, parsed.data as DocumentOf<E>);
  });
  return orStop<Saved, Conflict<E> | Refused>(work);
}

async function conflictOf<E extends RecordEntity>(transaction: Transaction, entity: E, entityId: string): Promise<Conflict<E>> {
  const open = await openRevision(transaction, entity, entityId);
  return { kind: "conflict", version: await versionOf(transaction, entity, entityId), latest: open?.document ?? (await readDocument(transaction, entity, entityId)) };
}

async function save<E extends RecordEntity>(transaction: Transaction, actor: Actor, saving: Saving<E>, written: DocumentOf<E>): Promise<Saved> {
  const { entity, entityId, intent } = saving;
  const [approved, open] = [await readDocument(transaction, entity, entityId), await openRevision(transaction, entity, entityId)];
  const present = open?.document ?? approved;
  const sourced = saving.restores === undefined ? withSource(entity, present, written, saving.sourceKey) : written;
  const document = keepFixed(approved, sourced, saving.show === true || isShowing(open?.document));
  // What was proposed before is no doing of theirs: a translator may go on from somebody's new English.
  allow(actor, permissionFor(entity, present, document));
  const changedFields = changesBetween(approved ?? {}, document).map(({ path }) => path);
  if (approved && changedFields.length === 0 && !open) throw new Stop({ kind: "same" } satisfies Saved);

  const sensitive = sensitiveChanges(entity, approved, document);
  const faults = await faultsIn(transaction, entity, entityId, approved, document);
  // Who goes on from a proposal names a source for what they change themselves; the rest has the one it came with.
  const named = needsSource(sensitiveChanges(entity, present, document)) ? saving.sourceKey : (saving.sourceKey ?? open?.sourceKey);
  if (intent !== "draft") faults.push(...checkSources(entity, sensitive, document, named ?? null, saving.restores));
  if (faults.length > 0) throw new Stop({ kind: "refused", faults } satisfies Refused);

  const isOwnDraft = open?.state === "draft" && open.authorIds.every((id) => id === actor.id);
  if (open && !isOwnDraft) await transaction.revision.update({ where: { id: open.id }, data: { state: "amended", openKey: null }, select: { id: true } });
  const row = {
    document: stored(document),
    changedFields,
    state: intent === "draft" ? ("draft" as const) : ("submitted" as const),
    authorIds: [...new Set([...(open?.authorIds ?? []), actor.id])],
    comment: saving.comment || open?.comment || null,
    sourceKey: saving.sourceKey ?? open?.sourceKey ?? null,
    submittedAt: intent === "draft" ? null : new Date(),
  };
  const { id: revisionId } = isOwnDraft
    ? await transaction.revision.update({ where: { id: open.id }, data: row, select: { id: true } })
    : await transaction.revision.create({ data: { ...row, entity, entityId, number: await nextNumber(transaction, entity, entityId), openKey: openKeyOf(entity, entityId) }, select: { id: true } });
  await record(transaction, actor, { action: `revision.${intent === "draft" ? "draft" : "submit"}`, entity, entityId, detail: { revisionId, changedFields, ...(saving.restores === undefined ? {} : { restores: saving.restores }) } });

  const publishes = intent === "publish" && sensitive.length === 0 && may(actor, "revisions.approve") === "yes";
  if (publishes) await decide(transaction, actor, { entity, entityId, revisionId, state: "approved" });
  return { kind: "saved", revisionId, version: await versionOf(transaction, entity, entityId), published: publishes };
}

/** Does this proposal already ask to show the record? Hiding marks an open proposal too, so only such a one says "not hidden". */
const isShowing = (document: object | undefined) => document !== undefined && "hidden" in document && document.hidden === false;

/** Addresses of pages never change, and hiding has a way of its own. */
function keepFixed<E extends RecordEntity>(approved: DocumentOf<E> | null, document: DocumentOf<E>, show: boolean): DocumentOf<E> {
  const fixed: Partial<Record<string, unknown>> = {};
  for (const field of ["slug", "key", "guideKey", "chapterId", "directiveId"]) if (approved && field in approved) fixed[field] = approved[field as keyof typeof approved];
  if ("hidden" in document) fixed.hidden = approved && "hidden" in approved ? approved.hidden && !show : false;
  return { ...document, ...fixed };
}

/** What no schema can know: the address of a new page may be taken, and what it names may not exist. */
async function faultsIn<E extends RecordEntity>(transaction: Transaction, entity: E, entityId: string, approved: DocumentOf<E> | null, document: DocumentOf<E>): Promise<Fault[]> {
  const taken = approved ? [] : await takenFields(transaction, entity, entityId, document);
  return [...taken.map((path): Fault => ({ path, code: "taken" })), ...(await unknownReferences(transaction, entityId, document))];
}
