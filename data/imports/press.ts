import { record } from "../audit";
import { purgeCorrections } from "../corrections";
import { db } from "../db";
import { applyRows } from "./apply";
import { checkEntries } from "./check";
import { csvEntries, type Entries } from "./entries";
import { readFileOf } from "./file";
import { hsdsEntries } from "./hsdsEntries";
import { checkRoster } from "./roster";
import { removeRows } from "./rows";
import type { ServiceNames } from "./serviceNames";
import { importPlan, type ColumnPlan, type FileProblem } from "@/lib/importFile";

const underWay = ["checking", "applying"] as const;

/**
 * Does every job that waits, one after the other. What it cannot foresee it throws: nothing is kept then, and the job still waits.
 * @param serviceNames for files that name no service
 */
export async function takeJobs(serviceNames: ServiceNames): Promise<void> {
  for (;;) {
    const job = await db.import.findFirst({
      where: { state: { in: [...underWay] } },
      orderBy: { uploadedAt: "asc" },
      select: { id: true, kind: true, state: true, mapping: true, uploadedById: true, decidedById: true, cancelWished: true },
    });
    if (!job) return;
    if (job.cancelWished) await cancelled(job.id);
    else if (job.state === "checking") await check(job, serviceNames);
    else await apply(job);
  }
}

/** Marks what has ended the press again and again as failed. */
export async function giveUpJobs(): Promise<void> {
  const jobs = await db.import.findMany({ where: { state: { in: [...underWay] } }, select: { id: true } });
  for (const { id } of jobs) await fail(id, "stopped");
}

type Job = { id: string; kind: string; mapping: unknown; uploadedById: string; decidedById: string | null };

async function check(job: Job, serviceNames: ServiceNames): Promise<void> {
  const { id, kind, uploadedById } = job;
  if (kind === "dojRoster") {
    const compared = await checkRoster({ importId: id, uploadedById }, await readFileOf(id));
    return compared === "cancelled" ? cancelled(id) : compared === "checked" ? undefined : fail(id, compared.problem);
  }
  const { source, columns } = importPlan.parse(job.mapping);
  const entries = await readEntries(job, columns ?? [], serviceNames);
  if ("problem" in entries) return fail(id, entries.problem);
  const finished = await checkEntries({ importId: id, uploadedById, source }, entries);
  if (!finished) await cancelled(id);
}

/** Apart from what follows: its bytes need not stay in memory until the last row is checked. */
async function readEntries({ id, kind }: Job, columns: ColumnPlan, serviceNames: ServiceNames): Promise<Entries | { problem: FileProblem }> {
  const bytes = await readFileOf(id);
  return kind === "hsds" ? hsdsEntries(bytes, serviceNames) : csvEntries(bytes, columns, serviceNames);
}

async function apply({ id, uploadedById, decidedById }: Job): Promise<void> {
  if (!decidedById) return fail(id, "stopped");
  const result = await applyRows({ importId: id, uploadedById, decidedById });
  if (result.kind === "cancelled") await cancelled(id);
  if (result.kind === "moved") {
    await db.importRow.updateMany({ where: { importId: id, line: { in: result.lines } }, data: { verdict: "refused", remarks: [{ kind: "moved" }] } });
    await fail(id, "moved", result.lines.length);
  }
}

async function fail(id: string, problem: FileProblem, rows = 0): Promise<void> {
  await db.$transaction(async (transaction) => {
    await transaction.import.update({ where: { id }, data: { state: "failed", problem, rowsDone: 0, decidedById: null }, select: { id: true } });
    await record(transaction, null, { action: "import.fail", entity: "Import", entityId: id, detail: { problem, rows } });
  });
}

/** Somebody wished to stop it: who, the wish itself has written down. */
async function cancelled(id: string): Promise<void> {
  await db.import.update({ where: { id }, data: { state: "cancelled", rowsDone: 0 }, select: { id: true } });
  await removeRows(id);
}

const days = 24 * 60 * 60_000;

/** Removes what readers told us long ago, and the files and rows of imports that are long over; what they did stays in the history. */
export async function removeOld(): Promise<void> {
  await purgeCorrections();
  const old = { lt: new Date(Date.now() - 30 * days) };
  const waiting = await db.import.findMany({ where: { uploadedAt: old, state: { in: ["uploaded", "checked", "submitted"] } }, select: { id: true, state: true } });
  for (const { id, state } of waiting)
    await db.$transaction(async (transaction) => {
      // Nobody's, if somebody has taken the next step meanwhile.
      const { count } = await transaction.import.updateMany({ where: { id, state }, data: { state: "cancelled" } });
      if (count === 1) await record(transaction, null, { action: "import.cancel", entity: "Import", entityId: id, detail: { state } });
    });
  const over = await db.import.findMany({ where: { uploadedAt: old, state: { in: ["applied", "cancelled", "failed"] }, NOT: { file: new Uint8Array() } }, select: { id: true } });
  for (const { id } of over) {
    await removeRows(id);
    await db.import.update({ where: { id }, data: { file: new Uint8Array() }, select: { id: true } });
  }
}
