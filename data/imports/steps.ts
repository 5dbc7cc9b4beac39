import { allow } from "../allow";
import { record } from "../audit";
import { db, type Transaction } from "../db";
import type { ImportState } from "../generated/enums";
import { importPlan, planFault, type ColumnPlan } from "@/lib/importFile";
import { may, type Actor } from "@/lib/permissions";

/** done, or why not. state: it is no longer (or not yet) at this step. own: another person must do this. bad: rows are refused. */
export type Step = "done" | "state" | "own" | "notOwn" | "bad" | "nothing" | "twice" | "noName";

type Row = { state: ImportState; kind: string; mapping: unknown; counts: unknown; uploadedById: string; submittedAt: Date | null };

/** One step of an import: judged and made under the lock of its row, so that of two at once only one is made. */
async function step(id: string, make: (transaction: Transaction, row: Row) => Promise<Step>): Promise<Step> {
  return db.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "Import" WHERE id = ${id} FOR UPDATE`;
    const row = await transaction.import.findUnique({ where: { id }, select: { state: true, kind: true, mapping: true, counts: true, uploadedById: true, submittedAt: true } });
    return row ? make(transaction, row) : "state";
  });
}

const isOneOf = (state: ImportState, ...states: ImportState[]) => states.includes(state);

/**
 * Has the press read the file and say what each row would change.
 * @param columns for each column of the file the column of the template that it is
 * @throws NotAllowed
 */
export async function startCheck(actor: Actor, id: string, columns: ColumnPlan | null): Promise<Step> {
  allow(actor, "imports.prepare");
  return step(id, async (transaction, row) => {
    if (!isOneOf(row.state, "uploaded", "checked", "failed")) return "state";
    if (row.uploadedById !== actor.id) return "notOwn";
    const plan = importPlan.parse(row.mapping);
    const chosen = columns ?? plan.columns;
    const fault = row.kind === "csv" ? planFault(chosen ?? []) : null;
    if (fault) return fault;
    await transaction.import.update({
      where: { id },
      data: { state: "checking", mapping: { ...plan, columns: chosen }, cancelWished: false, rowsDone: 0, rowsTotal: 0, problem: null, submittedAt: null, decidedById: null },
      select: { id: true },
    });
    return "done";
  });
}

/** Asks another person to approve the import. A file with a bad row waits for nobody: it changes nothing. @throws NotAllowed */
export async function submitImport(actor: Actor, id: string): Promise<Step> {
  allow(actor, "imports.prepare");
  return step(id, async (transaction, row) => {
    if (row.state !== "checked" || row.kind === "dojRoster") return "state";
    if (row.uploadedById !== actor.id) return "notOwn";
    const refused = await transaction.importRow.count({ where: { importId: id, verdict: "refused" } });
    if (refused > 0) return "bad";
    const changing = await transaction.importRow.count({ where: { importId: id, verdict: { in: ["new", "changed"] } } });
    if (changing === 0) return "nothing";
    await transaction.import.update({ where: { id }, data: { state: "submitted", submittedAt: new Date() }, select: { id: true } });
    await record(transaction, actor, { action: "import.submit", entity: "Import", entityId: id, detail: { counts: row.counts as object } });
    return "done";
  });
}

/**
 * Approves a whole import, which somebody else has uploaded; the press then writes it.
 * @param submittedAt what the person looked at (ISO time): after another check it is no longer that
 * @throws NotAllowed
 */
export async function approveImport(actor: Actor, id: string, submittedAt: string): Promise<Step> {
  allow(actor, "imports.approve");
  return step(id, async (transaction, row) => {
    if (row.state !== "submitted" || row.submittedAt?.toISOString() !== submittedAt) return "state";
    if (row.uploadedById === actor.id) return "own";
    const rowsTotal = await transaction.importRow.count({ where: { importId: id, verdict: { in: ["new", "changed"] } } });
    await transaction.import.update({ where: { id }, data: { state: "applying", decidedById: actor.id, cancelWished: false, rowsDone: 0, rowsTotal }, select: { id: true } });
    await record(transaction, actor, { action: "import.approve", entity: "Import", entityId: id, detail: { counts: row.counts as object, uploadedById: row.uploadedById } });
    return "done";
  });
}

/** Stops an import at any time before it is written: its uploader, or somebody who may approve it. @throws NotAllowed */
export async function cancelImport(actor: Actor, id: string): Promise<Step> {
  allow(actor, "imports.prepare");
  return step(id, async (transaction, row) => {
    if (row.uploadedById !== actor.id && may(actor, "imports.approve") !== "yes") return "notOwn";
    const isUnderWay = isOneOf(row.state, "checking", "applying");
    if (!isUnderWay && !isOneOf(row.state, "uploaded", "checked", "submitted", "failed")) return "state";
    await transaction.import.update({ where: { id }, data: isUnderWay ? { cancelWished: true } : { state: "cancelled" }, select: { id: true } });
    if (!isUnderWay) await transaction.importRow.deleteMany({ where: { importId: id } });
    await record(transaction, actor, { action: "import.cancel", entity: "Import", entityId: id, detail: { state: row.state } });
    return "done";
  });
}
