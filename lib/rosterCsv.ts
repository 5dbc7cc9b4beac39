import type { CsvTable } from "./csv.ts";
import { parseDay } from "./parseDay.ts";

/** An organization on the roster of recognized organizations (U.S. Department of Justice, 8 C.F.R. § 1292.11 ff.). */
export type RosterRow = {
  line: number;
  name: string;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  recognizedOn: string | null;
  expiresOn: string;
  renewalPending: boolean;
  status: string;
};
export type RosterFault = { line: number; column: string; reason: "required" | "date" };

/** Words by which each field's column is known, the more telling first: a column serves one field. */
const headers = {
  expiresOn: /\bexpir/,
  recognizedOn: /\bdate\b.*\brecogni|\brecogni\w+ (date|on|since)\b|^recognized$/,
  renewal: /\brenewal|\bpending/,
  status: /\bstatus\b|^active$/,
  city: /\bcity\b/,
  state: /\bstate\b/,
  postalCode: /\bzip|\bpostal/,
  address: /\baddress\b|\bstreet\b/,
  name: /^(?!.*\b(representative|contact|phone|fax|e-?mail|web\w*|id|number|type)\b).*(\borgani[sz]ation|\bagency\b|\bname\b)/,
} as const;
type Field = keyof typeof headers;

/**
 * Reads the roster, whatever its columns are called and in whatever order they stand. Organizations that it names once for each of their
 * representatives come once.
 * @returns its rows and those that could not be read; or the columns that it cannot be without
 */
export function rosterFromCsv({ columns, rows }: CsvTable): { rows: RosterRow[]; faults: RosterFault[] } | { missing: ("name" | "expiresOn")[] } {
  const places = placesOf(columns);
  const missing = (["name", "expiresOn"] as const).filter((field) => !places.has(field));
  if (missing.length > 0) return { missing };

  const faults: RosterFault[] = [];
  const read = new Map<string, RosterRow>();
  for (const { line, cells } of rows) {
    const cell = (field: Field) => cells[places.get(field) ?? -1]?.trim() ?? "";
    const refuse = (field: Field, reason: RosterFault["reason"]) => void faults.push({ line, column: columns[places.get(field) ?? 0] ?? "", reason });
    const [expires, recognized] = [markedDay(cell("expiresOn")), markedDay(cell("recognizedOn"))];
    if (!cell("name")) refuse("name", "required");
    else if (!cell("expiresOn")) refuse("expiresOn", "required");
    else if (!expires.day) refuse("expiresOn", "date");
    else if (cell("recognizedOn") && !recognized.day) refuse("recognizedOn", "date");
    else {
      const [, city, state, postalCode] = cell("address").match(/([^,\n]+?)[,\s]+([A-Z]{2})\.?\s+(\d{5})(?:-\d{4})?\s*$/) ?? [];
      const row = {
        line,
        name: cell("name").replace(/\s+/g, " "),
        city: cell("city") || city?.trim() || null,
        state: cell("state") || state || null,
        postalCode: cell("postalCode").match(/^\d{5}/)?.[0] ?? postalCode ?? null,
        recognizedOn: recognized.day,
        expiresOn: expires.day,
        renewalPending: expires.marked || recognized.marked || /^(y|yes|true|x|pending|renewal pending|pending renewal)$/i.test(cell("renewal")) || /pending/i.test(cell("status")),
        status: /^(|y|yes|true|x|active\b.*|.*pending.*)$/i.test(cell("status")) ? "Active" : cell("status"),
      };
      const key = [row.name, row.city, row.expiresOn].join("\n").toLowerCase();
      if (!read.has(key)) read.set(key, row);
    }
  }
  return { rows: [...read.values()], faults };
}

function placesOf(columns: string[]): Map<Field, number> {
  const places = new Map<Field, number>();
  columns.forEach((column, place) => {
    const words = column.toLowerCase().replace(/[_\s]+/g, " ").trim();
    const field = (Object.keys(headers) as Field[]).find((field) => headers[field].test(words));
    if (field && !places.has(field)) places.set(field, place);
  });
  return places;
}

/** A mark or a word after the date says that a renewal was asked for: "07/16/26*", "07/16/26 (renewal pending)". */
function markedDay(cell: string): { day: string | null; marked: boolean } {
  const [, date = "", mark = ""] = cell.match(/^([\d/-]+)\s*(.*)$/) ?? [];
  const marked = /^\*+$|pending/i.test(mark);
  return { day: marked || mark === "" ? parseDay(date) : null, marked };
}
