import type { ImportFaultCode } from "./importedListing.ts";
import type { ListingColumn, ListingRow } from "./listingColumns.ts";
import { parseDay } from "./parseDay.ts";

export type RowFault = { column: ListingColumn; reason: ImportFaultCode; value: string };
export type Cells = ReturnType<typeof cellsOf>;

/** The cells of a row of the template: an empty one leaves what was there before, "-" clears it. Faults gather, one a column. */
export function cellsOf(row: ListingRow) {
  const faults: RowFault[] = [];
  const written = (column: ListingColumn) => (row[column] ?? "").trim();
  const isEmpty = (column: ListingColumn) => written(column) === "";
  const clears = (column: ListingColumn) => written(column) === "-";
  const given = (column: ListingColumn) => (isEmpty(column) || clears(column) ? undefined : written(column));
  const or = <T>(column: ListingColumn, before: T) => (isEmpty(column) ? before : given(column));
  const refuse = (column: ListingColumn, reason: ImportFaultCode) => {
    if (!faults.some((fault) => fault.column === column)) faults.push({ column, reason, value: written(column).slice(0, 100) });
  };
  /** "es; ko" */
  const listOr = (column: ListingColumn, before: readonly string[]) => {
    if (isEmpty(column)) return before;
    return (given(column) ?? "").split(/[;,\n]/).map((item) => item.trim()).filter((item) => item !== "");
  };
  const dayOr = (column: ListingColumn, before: string | undefined) => {
    const text = given(column);
    const day = text === undefined ? undefined : parseDay(text);
    if (day === null) refuse(column, "date");
    return isEmpty(column) ? before : (day ?? undefined);
  };
  const yesOr = (column: ListingColumn, before: boolean) => {
    const text = given(column)?.toLowerCase();
    if (text === undefined) return before;
    if (/^(yes|y|true|1|sí|si)$/.test(text)) return true;
    if (!/^(no|n|false|0)$/.test(text)) refuse(column, "choice");
    return false;
  };
  return { faults, isEmpty, clears, given, or, refuse, listOr, dayOr, yesOr };
}
