import { db } from "../db";
import type { ImportVerdict } from "../generated/enums";
import { importSource } from "@/lib/importFile";
import { importRemarks, type ImportRemark } from "@/lib/importRemarks";
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

/** The last line on which a row begins. */
export async function lastLine(importId: string): Promise<number> {
  const { _max } = await db.importRow.aggregate({ where: { importId }, _max: { line: true } });
  return _max.line ?? 0;
}

export type ToApply = { line: number; id: string; base: number; name: string; prepared: PreparedRow; changedFields: string[] };

/** The rows that change something and begin on one of some lines. (Lines, not so many rows: nothing that PostgreSQL could plan wrongly just after the dry run.) */
export async function rowsToApply(importId: string, after: number, last: number): Promise<ToApply[]> {
  const rows = await db.$queryRaw<{ line: number; organizationId: string; base: number; name: string; document: unknown; remarks: unknown }[]>`
    SELECT line, "organizationId", base, name, document, remarks FROM "ImportRow"
    WHERE "importId" = ${importId} AND line > ${after} AND line <= ${last} AND verdict IN ('new', 'changed') ORDER BY line`;
  return rows.map(({ organizationId: id, document, remarks, ...row }) => ({
    ...row,
    id,
    prepared: preparedRow.parse(document),
    changedFields: importRemarks.parse(remarks).flatMap((remark) => (remark.kind === "field" ? remark.path : [])),
  }));
}
