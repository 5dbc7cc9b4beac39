import { z } from "zod";
import { webAddress } from "./content.ts";
import { isListingColumn, listingColumns } from "./listingColumns.ts";
import { line } from "./texts.ts";

/** Largest file that is taken in, in bytes; the site in front lets no more through (server/staffDoor.ts). */
export const largestFile = 64 * 1024 * 1024 - 64 * 1024;

/** Where the facts of a file were read: residents see it beside them. */
export const importSource = z.strictObject({ name: line, url: webAddress.max(500).optional(), readOn: z.iso.date().optional() });
export type ImportSource = z.output<typeof importSource>;

/** How a file is read. `columns`: for each column of a CSV file the column of the template that it is, or null; null before they are known. */
export const importPlan = z.strictObject({
  source: importSource,
  columns: z.array(z.enum(listingColumns).nullable()).nullable(),
});
export type ImportPlan = z.output<typeof importPlan>;
export type ColumnPlan = NonNullable<ImportPlan["columns"]>;

/** Why a whole file cannot be read or used. */
export const fileProblems = ["empty", "binary", "tooManyRows", "repeatedColumn", "json", "noRows", "noName", "columns", "roster", "moved", "stopped"] as const;
export type FileProblem = (typeof fileProblems)[number];

/** What is wrong with a plan for columns: one of the template may be named once, and a listing needs a name or the end of its address. */
export function planFault(columns: ColumnPlan): "twice" | "noName" | null {
  const named = columns.filter((column) => column !== null);
  if (new Set(named).size < named.length) return "twice";
  return named.includes("name") || named.includes("slug") ? null : "noName";
}

/** Checks the columns that a form names; what is no column of the template is left out. */
export function parseColumns(named: string[]): ColumnPlan {
  return named.map((name) => (isListingColumn(name) ? name : null));
}
