import Papa from "papaparse";

export type CsvRow = { line: number; cells: string[] };
/** A row that cannot be read: more or fewer cells than columns, or quotation marks that do not close. */
export type CsvFault = { line: number; reason: "cells"; expected: number; found: number } | { line: number; reason: "quotes" };
/** "binary": no table of text: NUL bytes, or a first row whose quotation marks do not close. */
export type CsvRefusal = { reason: "empty" | "binary" } | { reason: "tooManyRows"; most: number } | { reason: "repeatedColumn"; column: string };
export type CsvTable = { columns: string[]; rows: CsvRow[]; faults: CsvFault[] };

export const mostRows = 60_000;

/**
 * A cell that a spreadsheet would run as a formula (OWASP, "CSV Injection"), with any apostrophes that already stand before it: one more is
 * put there by writing and taken away by reading, so that every text comes back as it was.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const unescaped = (cell: string) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

/**
 * Reads a CSV file as spreadsheets write it: commas, semicolons or tabs; UTF-8, UTF-16 with its mark, or else Windows-1252; any line ends.
 * The first row names the columns. Rows without any content are passed over, as are empty cells past the last column.
 * @returns the table, its rows by the line on which they begin and those that could not be read named; or why there is none
 */
export function readCsv(bytes: Uint8Array): CsvTable | { refused: CsvRefusal } {
  const csv = openCsv(bytes);
  if ("refused" in csv) return csv;
  const rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  for (const row of csv.rows) {
    if ("cells" in row) rows.push(row);
    else faults.push(row);
    if (rows.length + faults.length > mostRows) return { refused: { reason: "tooManyRows", most: mostRows } };
  }
  return { columns: csv.columns, rows, faults };
}

/** The same for large files: rows are read as they are asked for, however many there are and however often. */
export function openCsv(bytes: Uint8Array): { columns: string[]; rows: Iterable<CsvRow | CsvFault> } | { refused: CsvRefusal } {
  const text = decode(bytes);
  if (text.includes("\0")) return { refused: { reason: "binary" } };
  const first = recordsOf(text).next();
  if (first.done) return { refused: { reason: "empty" } };
  if (first.value.isBroken) return { refused: { reason: "binary" } };
  const columns = withoutEmptyEnd(first.value.cells.map((cell) => cell.trim()), 0);
  const repeated = columns.find((column, index) => column !== "" && columns.indexOf(column) !== index);
  if (repeated !== undefined) return { refused: { reason: "repeatedColumn", column: repeated } };
  return { columns, rows: { [Symbol.iterator]: () => rowsOf(recordsOf(text), columns.length) } };
}

type Written = { line: number; cells: string[]; isBroken: boolean };

function* rowsOf(records: Iterator<Written> & Iterable<Written>, columns: number): Generator<CsvRow | CsvFault> {
  records.next(); // the names of the columns
  for (const { line, cells, isBroken } of records) {
    const row = withoutEmptyEnd(cells, columns);
    if (isBroken) yield { line, reason: "quotes" };
    else if (row.length === columns) yield { line, cells: row };
    else yield { line, reason: "cells", expected: columns, found: row.length };
  }
}

const rowsAtATime = 1_000;

/** Every row with some content, with the line on which it begins. Excel's own first line "sep=;" says the delimiter. */
function* recordsOf(text: string): Generator<Written> {
  const said = text.match(/^sep=([,;\t])(?:\r\n|\r|\n)/i);
  let [line, start] = said ? [2, said[0].length] : [1, 0];
  const header = headerOf(text.slice(start));
  const delimiter = said?.[1] ?? header.delimiter;
  while (start < text.length) {
    const some: Written[] = [];
    let seen = 0;
    const rest = text.slice(start);
    // fastMode would cut the whole rest into lines each time.
    Papa.parse<string[]>(rest, {
      delimiter,
      newline: header.lineEnd,
      fastMode: false,
      preview: rowsAtATime,
      step: ({ data, errors, meta }) => {
        const begins = line;
        for (; seen < meta.cursor; seen += 1) if (rest[seen] === "\n" || (rest[seen] === "\r" && rest[seen + 1] !== "\n")) line += 1;
        const cells = data.map(unescaped);
        if (cells.some((cell) => cell.trim() !== "")) some.push({ line: begins, cells, isBroken: errors.some(({ type }) => type === "Quotes") });
      },
    });
    yield* some;
    if (seen === 0) return;
    start += seen;
  }
}

/** A CSV file for spreadsheets: UTF-8 with its mark, commas, CRLF, formula cells escaped. readCsv reads it back the same. */
export function writeCsv(columns: string[], rows: string[][]): string {
  const quotes = (cell: unknown) => typeof cell === "string" && /[;\t]|^\s|\s$|^$/.test(cell);
  return `\uFEFF${Papa.unparse([columns, ...rows], { newline: "\r\n", quotes, escapeFormulae: formula })}\r\n`;
}

/** Excel writes UTF-8, "Unicode text" (UTF-16) or the code page of its country. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes).replace(/[\x80-\x9f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control);
  }
}

/** 0x80 to 0x9F: Node 20 decodes them as ISO 8859-1, which has controls there. */
const windows1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** The delimiter that stands most often in the row of column names, outside of quotation marks, and how that row ends. */
function headerOf(text: string): { delimiter: string; lineEnd: "\r\n" | "\n" | "\r" } {
  const counts: Record<string, number> = { ",": 0, ";": 0, "\t": 0 };
  let [quoted, begun] = [false, false];
  let lineEnd: "\r\n" | "\n" | "\r" = "\n";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === "\r" || character === "\n")) {
      lineEnd = character === "\n" ? "\n" : text.charAt(at + 1) === "\n" ? "\r\n" : "\r";
      if (begun) break;
    }
    if (!quoted && character in counts) counts[character]! += 1;
    begun ||= character.trim() !== "";
  }
  const delimiter = Object.keys(counts).reduce((best, next) => (counts[next]! > counts[best]! ? next : best));
  return { delimiter, lineEnd };
}

function withoutEmptyEnd(cells: string[], least: number): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, Math.max(least, last + 1));
}
