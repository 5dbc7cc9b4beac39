import { record } from "../audit";
import { db, Prisma, type Transaction } from "../db";
import { putDocuments } from "../revisions/put";
import { Stop } from "../revisions/stop";
import { lastLine, rowsToApply, type ToApply } from "./rows";
import { changesBetween } from "@/lib/changes";

const batch = 500;

type Apply = { importId: string; uploadedById: string; decidedById: string };
/** moved: lines whose listing is no longer the one that they were compared with. */
type Stopped = { kind: "cancelled" } | { kind: "moved"; lines: number[] };

/** Writes every row of an approved import in one transaction: all of them, or none. */
export async function applyRows(apply: Apply): Promise<{ kind: "applied" } | Stopped> {
  try {
    await db.$transaction((transaction) => writeAll(transaction, apply), { timeout: 15 * 60_000, maxWait: 10_000 });
    return { kind: "applied" };
  } catch (error) {
    if (error instanceof Stop) return error.reason as Stopped;
    throw error;
  }
}

async function writeAll(transaction: Transaction, { importId, uploadedById, decidedById }: Apply): Promise<void> {
  const moved = await movedLines(transaction, importId);
  if (moved.length > 0) throw new Stop<Stopped>({ kind: "moved", lines: moved });
  const counts = { new: 0, changed: 0 };
  const last = await lastLine(importId);
  for (let [after, rows] = [0, await rowsToApply(importId, 0, batch)]; after < last; after += batch) {
    // Read while the others are written: nobody changes them any more.
    const next = rowsToApply(importId, after + batch, after + 2 * batch);
    next.catch(() => {});
    await writeSources(transaction, rows);
    const records = rows.map(({ id, base, prepared: { listing, sourceKey }, changedFields }) => ({
      id, base, document: listing, sourceKey, changedFields: base === 0 ? changesBetween({}, listing).map(({ path }) => path) : changedFields,
    }));
    const ids = new Set(await putDocuments(transaction, "Organization", records, { origin: "import", authorIds: [uploadedById], decidedById }));
    if (ids.size > 0) throw new Stop<Stopped>({ kind: "moved", lines: rows.flatMap(({ id, line }) => (ids.has(id) ? line : [])) });
    for (const { base } of rows) counts[base === 0 ? "new" : "changed"] += 1;
    // Beside the transaction: others see how far it is, and it sees their wish to stop.
    const { cancelWished } = await db.import.update({ where: { id: importId }, data: { rowsDone: counts.new + counts.changed }, select: { cancelWished: true } });
    if (cancelWished) throw new Stop<Stopped>({ kind: "cancelled" });
    rows = await next;
  }
  const { count } = await transaction.import.updateMany({ where: { id: importId, state: "applying", cancelWished: false }, data: { state: "applied", appliedAt: new Date() } });
  if (count === 0) throw new Stop<Stopped>({ kind: "cancelled" });
  // Last: whoever writes the audit log keeps everybody else from it until the transaction ends.
  await record(transaction, { id: decidedById }, { action: "import.apply", entity: "Import", entityId: importId, detail: { counts, uploadedById } });
}

/** Lines whose listing was saved since the dry run, or whose new address somebody else has taken. */
async function movedLines(transaction: Transaction, importId: string): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ line: number }[]>(Prisma.sql`
    SELECT row.line FROM "ImportRow" row
    LEFT JOIN "RecordVersion" record ON record.entity = 'Organization' AND record."entityId" = row."organizationId"
    WHERE row."importId" = ${importId} AND row.verdict IN ('new', 'changed')
      AND (coalesce(record.version, 0) <> row.base
        OR row.verdict = 'new' AND EXISTS (SELECT 1 FROM "Organization" organization WHERE organization.slug = row.document->'listing'->>'slug'))
    ORDER BY row.line`);
  return rows.map(({ line }) => line);
}

async function writeSources(transaction: Transaction, rows: ToApply[]): Promise<void> {
  const sources = new Map(rows.flatMap(({ prepared: { sourceKey, source } }) => (source ? [[sourceKey, source] as const] : [])));
  await transaction.source.createMany({
    data: [...sources].map(([key, { name, url, readOn }]) => ({ key, name, url: url ?? null, readOn: readOn ?? null, kind: "secondary" })),
    skipDuplicates: true,
  });
}
