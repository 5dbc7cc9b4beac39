import { isUtf8 } from "node:buffer";
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
  for (const piece of decode(bytes)) if (piece.includes("\0")) return { refused: { reason: "binary" } };
  const first = recordsOf(bytes).next();
  if (first.done) return { refused: { reason: "empty" } };
  if (first.value.isBroken) return { refused: { reason: "binary" } };
  const columns = withoutEmptyEnd(first.value.cells.map((cell) => cell.trim()), 0);
  const repeated = columns.find((column, index) => column !== "" && columns.indexOf(column) !== index);
  if (repeated !== undefined) return { refused: { reason: "repeatedColumn", column: repeated } };
  return { columns, rows: { [Symbol.iterator]: () => rowsOf(recordsOf(bytes), columns.length) } };
}

/** What is cut out of a text keeps all of that text in memory for as long as somebody holds it. */
const ownCopy = (cut: string) => ` ${cut}`.slice(1);

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

/** Every row with some content, with the line on which it begins. Excel's own first line "sep=;" says the delimiter. */
function* recordsOf(bytes: Uint8Array): Generator<Written> {
  const pieces = decode(bytes);
  let [text, line] = ["", 1];
  let form: ReturnType<typeof headerOf> | undefined;
  for (let isEnd = false, least = 0; !isEnd; least = 2 * text.length) {
    do {
      const { value, done } = pieces.next();
      text += value ?? "";
      isEnd = done === true;
    } while (!isEnd && text.length <= least);
    if (!form) {
      const said = text.match(/^sep=([,;\t])(?:\r\n|\r|\n)/i);
      if (said) [text, line] = [text.slice(said[0].length), 2];
      form = { ...headerOf(text), ...(said && { delimiter: said[1]! }) };
    }
    const some: Written[] = [];
    let seen = 0;
    let before = { rows: 0, line, seen };
    // fastMode would take quotation marks for text.
    Papa.parse<string[]>(text, {
      delimiter: form.delimiter,
      newline: form.lineEnd,
      fastMode: false,
      step: ({ data, errors, meta }) => {
        before = { rows: some.length, line, seen };
        for (; seen < meta.cursor; seen += 1) if (text[seen] === "\n" || (text[seen] === "\r" && text[seen + 1] !== "\n")) line += 1;
        const cells = data.map((cell) => ownCopy(unescaped(cell)));
        if (cells.some((cell) => cell.trim() !== "")) some.push({ line: before.line, cells, isBroken: errors.some(({ type }) => type === "Quotes") });
      },
    });
    // The last row may go on in the next piece.
    if (!isEnd) {
      some.length = before.rows;
      ({ line, seen } = before);
    }
    yield* some;
    text = text.slice(seen);
  }
}

/** A CSV file for spreadsheets: UTF-8 with its mark, commas, CRLF, formula cells escaped. readCsv reads it back the same. */
export function writeCsv(columns: string[], rows: string[][]): string {
  const quotes = (cell: unknown) => typeof cell === "string" && /[;\t]|^\s|\s$|^$/.test(cell);
  return `\uFEFF${Papa.unparse([columns, ...rows], { newline: "\r\n", quotes, escapeFormulae: formula })}\r\n`;
}

const pieceSize = 1024 * 1024;

/**
 * Excel writes UTF-8, "Unicode text" (UTF-16) or the code page of its country.
 * @returns the text piece by piece: as a whole a large file would fill the memory twice over
 */
function* decode(bytes: Uint8Array): Generator<string, undefined> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : isUtf8(bytes) ? "utf-8" : "windows-1252";
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < bytes.length; from += pieceSize) {
    const text = decoder.decode(bytes.subarray(from, from + pieceSize), { stream: from + pieceSize < bytes.length });
    yield encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control) : text;
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
