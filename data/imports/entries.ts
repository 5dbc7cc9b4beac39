import type { ServiceNames } from "./serviceNames";
import { mostRows, openCsv, type CsvFault, type CsvRow } from "@/lib/csv";
import { planFault, type ColumnPlan, type FileProblem } from "@/lib/importFile";
import type { ImportRemark } from "@/lib/importRemarks";
import type { ListingDocument } from "@/lib/listing";
import type { ListingRow } from "@/lib/listingColumns";
import { listingFromRow, type RowSource } from "@/lib/listingCsv";

/** What a row of a file makes of a listing, or what is wrong with it. */
export type Made = { document: ListingDocument; source?: RowSource } | { refused: ImportRemark[] };

/** One listing of a file. */
export type Entry = {
  line: number;
  id?: string;
  slug?: string;
  name?: string;
  zips: string[];
  /** @param slug the end of the address of a new listing, where the row names none */
  make: (existing: ListingDocument | undefined, slug: string) => Made;
};
/** A row that could not even be read. */
export type Unread = { line: number; unread: ImportRemark[] };
/** What stands in a file, made as it is asked for: thousands of rows at once would fill the memory. */
export type Entries = { total: number; entries: Iterable<Entry | Unread> };

const zipColumns = ["address_1_zip", "address_2_zip", "address_3_zip"] as const;

/** The rows of a CSV file, by the columns that somebody has given them. */
export function csvEntries(bytes: Uint8Array, columns: ColumnPlan, serviceNames: ServiceNames): Entries | { problem: FileProblem } {
  const csv = openCsv(bytes);
  if ("refused" in csv) return { problem: csv.refused.reason };
  if (columns.length !== csv.columns.length) return { problem: "columns" };
  if (planFault(columns)) return { problem: "noName" };
  let total = 0;
  for (const _ of csv.rows) if (++total > mostRows) return { problem: "tooManyRows" };
  if (total === 0) return { problem: "noRows" };
  return { total, entries: entriesOf(csv.rows, columns, serviceNames) };
}

function* entriesOf(rows: Iterable<CsvRow | CsvFault>, columns: ColumnPlan, serviceNames: ServiceNames): Generator<Entry | Unread> {
  for (const row of rows) {
    if ("cells" in row) yield entryOf(row, columns, serviceNames);
    else yield { line: row.line, unread: [row.reason === "cells" ? { kind: "cells", expected: row.expected, found: row.found } : { kind: "quotes" }] };
  }
}

function entryOf({ line, cells }: CsvRow, columns: ColumnPlan, serviceNames: ServiceNames): Entry {
  const row: ListingRow = Object.fromEntries(columns.flatMap((column, place) => (column ? [[column, cells[place]!]] : [])));
  const cell = (column: keyof ListingRow) => row[column]?.trim() || undefined;
  const [slug, name] = [cell("slug"), cell("name")];
  return {
    line,
    ...(slug && { slug }),
    ...(name && { name }),
    zips: zipColumns.flatMap((column) => cell(column)?.slice(0, 5) ?? []),
    make(existing, free) {
      const kind = cell("kind")?.toLowerCase() === "hotline" ? "hotline" : "provider";
      const made = listingFromRow({ ...row, slug: slug ?? free }, { serviceName: serviceNames[kind], ...(existing && { existing }) });
      return "refused" in made ? { refused: made.refused.map((fault) => ({ kind: "fault", ...fault })) } : made;
    },
  };
}
