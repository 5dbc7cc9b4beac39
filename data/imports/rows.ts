import { db } from "../db";
import type { ImportVerdict } from "../generated/enums";
import { importSource } from "@/lib/importFile";
import type { ImportRemark } from "@/lib/importRemarks";
import { listingDocument } from "@/lib/listing";
import { z } from "zod";

/** A row that can be applied: the whole listing that it makes, and the source of what changes. */
export const preparedRow = z.strictObject({ listing: listingDocument, sourceKey: z.string(), source: importSource.optional() });
export type PreparedRow = z.output<typeof preparedRow>;

export type CheckedRow = {
  line: number;
  verdict: ImportVerdict;
  organizationId?: string;
  base?: number;
  name: string;
  remarks: ImportRemark[];
  prepared?: PreparedRow;
};

/** Keeps what the dry run says of some rows. One value for all: thousands of single ones take longer than checking them. */
export async function writeRows(importId: string, rows: CheckedRow[]): Promise<void> {
  const json = JSON.stringify(rows.map(({ prepared, ...row }) => ({ ...row, document: prepared })));
  await db.$executeRaw`
    INSERT INTO "ImportRow" ("importId", line, verdict, "organizationId", base, name, remarks, document)
    SELECT ${importId}, line, verdict, "organizationId", base, name, remarks, document
    FROM jsonb_to_recordset(${json}::jsonb) AS row(line int, verdict "ImportVerdict", "organizationId" text, base int, name text, remarks jsonb, document jsonb)`;
}

/** Forgets what an earlier dry run said. */
export async function removeRows(importId: string): Promise<void> {
  await db.importRow.deleteMany({ where: { importId } });
}

export type ToApply = { line: number; id: string; base: number; name: string; prepared: PreparedRow; changedFields: string[] };

/** The next rows that change something, in the order of the file. */
export async function rowsToApply(importId: string, after: number, count: number): Promise<ToApply[]> {
  const rows = await db.importRow.findMany({
    where: { importId, line: { gt: after }, verdict: { in: ["new", "changed"] } },
    orderBy: { line: "asc" },
    take: count,
    select: { line: true, organizationId: true, base: true, name: true, document: true, remarks: true },
  });
  return rows.map(({ line, organizationId, base, name, document, remarks }) => ({
    line,
    id: organizationId!,
    base: base ?? 0,
    name,
    prepared: preparedRow.parse(document),
    changedFields: (remarks as ImportRemark[]).flatMap((remark) => (remark.kind === "field" ? remark.path : [])),
  }));
}
