import { z } from "zod";
import { db } from "../db";
import type { ImportVerdict } from "../generated/enums";
import { readDocument } from "../records";
import { namesOf } from "../revisions/read";
import { preparedRow } from "./rows";
import { importPlan } from "@/lib/importFile";
import { importRemarks } from "@/lib/importRemarks";
import { isStorable } from "@/lib/texts";

const counts = z.partialRecord(z.enum(["new", "changed", "same", "refused", "gone", "expiring", "expired"]), z.int());
const columns = {
  id: true, kind: true, fileName: true, mapping: true, state: true, cancelWished: true, rowsTotal: true, rowsDone: true, problem: true, uploadedById: true, uploadedAt: true, submittedAt: true, decidedById: true, appliedAt: true,
} as const;

/** The newest imports, with who brought and who approved them. */
export async function listImports() {
  const rows = await db.import.findMany({ orderBy: { uploadedAt: "desc" }, take: 100, select: { ...columns, counts: true } });
  const names = await namesOf(rows.flatMap(({ uploadedById, decidedById }) => [uploadedById, decidedById]));
  return rows.map((row) => ({ ...row, counts: counts.catch({}).parse(row.counts ?? {}), uploadedBy: names.get(row.uploadedById) ?? "", decidedBy: row.decidedById && (names.get(row.decidedById) ?? "") }));
}
export type ImportView = NonNullable<Awaited<ReturnType<typeof getImport>>>;

/** One import with how many rows have which verdict, or null. */
export async function getImport(id: string) {
  if (!isStorable(id)) return null;
  const row = await db.import.findUnique({ where: { id }, select: columns });
  if (!row) return null;
  const [names, groups] = await Promise.all([
    namesOf([row.uploadedById, row.decidedById]),
    db.importRow.groupBy({ by: ["verdict"], where: { importId: id }, _count: { _all: true } }),
  ]);
  return {
    ...row,
    plan: importPlan.parse(row.mapping),
    uploadedBy: names.get(row.uploadedById) ?? "",
    decidedBy: row.decidedById && (names.get(row.decidedById) ?? ""),
    verdicts: Object.fromEntries(groups.map(({ verdict, _count }) => [verdict, _count._all])) as Partial<Record<ImportVerdict, number>>,
  };
}

export const rowsAPage = 50;

/** A page of the rows of an import, in the order of the file. */
export async function listImportRows(importId: string, { verdict, page }: { verdict: ImportVerdict | null; page: number }) {
  const rows = await db.importRow.findMany({
    where: { importId, ...(verdict ? { verdict } : {}) },
    orderBy: { line: "asc" },
    skip: (page - 1) * rowsAPage,
    take: rowsAPage,
    select: { line: true, verdict: true, organizationId: true, name: true, remarks: true },
  });
  return rows.map(({ remarks, ...row }) => ({ ...row, remarks: importRemarks.parse(remarks) }));
}

/** One row that makes or changes a listing, with what stands there now and the source that comes with it; or null. */
export async function getImportRow(importId: string, line: number) {
  if (!isStorable(importId)) return null;
  const row = await db.importRow.findUnique({
    where: { importId_line: { importId, line } },
    select: { importId: true, line: true, verdict: true, organizationId: true, name: true, remarks: true, document: true },
  });
  if (!row?.document || !row.organizationId) return null;
  const { document, remarks, organizationId, ...facts } = row;
  const { listing: after, sourceKey, source } = preparedRow.parse(document);
  return { ...facts, remarks: importRemarks.parse(remarks), before: await readDocument(db, "Organization", organizationId), after, newSource: source ? { url: null, readOn: null, ...source, key: sourceKey, publishedOn: null, dateNote: null } : null };
}
