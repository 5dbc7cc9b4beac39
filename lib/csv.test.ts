import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostRows, readCsv, writeCsv } from "./csv.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const table = (input: string | Uint8Array) => {
  const read = readCsv(typeof input === "string" ? bytes(input) : input);
  if ("refused" in read) throw new Error(read.refused.reason);
  return read;
};
const cells = (input: string | Uint8Array) => table(input).rows.map((row) => row.cells);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("readCsv", () => {
  it.each([",", ";", "\t"])("reads columns parted by %j", (delimiter) => {
    expect(table(["name", "phone", "note"].join(delimiter) + "\r\n" + ["A", "1", `"x${delimiter}y"`].join(delimiter))).toEqual({
      columns: ["name", "phone", "note"],
      rows: [{ line: 2, cells: ["A", "1", `x${delimiter}y`] }],
      faults: [],
    });
  });

  it("believes the first line of Excel, and counts it", () => {
    expect(table("sep=;\r\na;b,c\r\n1;2").rows).toEqual([{ line: 3, cells: ["1", "2"] }]);
  });

  it.each(["\n", "\r\n", "\r"])("reads lines that end with %j", (end) => {
    expect(table(["a,b", "1,2", '"3",4', ""].join(end)).rows).toEqual([
      { line: 2, cells: ["1", "2"] },
      { line: 3, cells: ["3", "4"] },
    ]);
  });

  it("reads UTF-8 with and without mark, UTF-16 and Windows-1252", () => {
    const text = "nombre,ñandú\nPérez,“sí”";
    const expected = [["Pérez", "“sí”"]];
    expect(cells(text)).toEqual(expected);
    expect(cells(`\uFEFF${text}`)).toEqual(expected);
    expect(table(`\uFEFF"nombre",x\n1,2`).columns).toEqual(["nombre", "x"]);
    expect(cells(new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")))).toEqual(expected);
    expect(cells(latin("nombre,\xf1and\xfa\nP\xe9rez,\x93s\xed\x94"))).toEqual(expected);
  });

  it("names rows that do not fit by the line on which they begin", () => {
    expect(table('a,b\n1\n"two\nlines",2\n1,2,3\n\n,,,\n3,4,,\n').faults).toEqual([
      { line: 2, reason: "cells", expected: 2, found: 1 },
      { line: 5, reason: "cells", expected: 2, found: 3 },
    ]);
    expect(table('a,b\n"two\r\nlines",2\n3,4').rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("names quotation marks that do not close", () => {
    expect(table('a,b\n1,2\n"3,4\n5,6').faults).toEqual([{ line: 3, reason: "quotes" }]);
    expect(table('a,b\n"1"x,2\n3,4').faults).toMatchObject([{ line: 2 }]);
  });

  it("refuses what is no table", () => {
    expect(readCsv(bytes(""))).toEqual({ refused: { reason: "empty" } });
    expect(readCsv(bytes("\n\n , \n"))).toEqual({ refused: { reason: "empty" } });
    expect(readCsv(bytes("a,b\n1,\0"))).toEqual({ refused: { reason: "binary" } });
    expect(readCsv(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ refused: { reason: "binary" } });
    expect(readCsv(bytes('"a"x,b\n1,2\n3,4'))).toEqual({ refused: { reason: "binary" } });
    expect(readCsv(bytes("a,b,a\n1,2,3"))).toEqual({ refused: { reason: "repeatedColumn", column: "a" } });
  });

  it.each(["utf8", "utf16le", "latin1"] as const)("reads a large file (%s) as if it were one piece", (encoding) => {
    // Pieces end within rows, quotation marks, line ends and characters.
    const rows = Array.from({ length: 9_000 }, (_, place) => [`${place}`, `a "quoted"\r\nñ, ${encoding === "latin1" ? "é" : "한👩"}${"x".repeat(place % 301)}`]);
    const text = writeCsv(["number", "text"], [...rows, ["long", "y\n".repeat(1_500_000).trim()]]);
    const table = readCsv(Buffer.from(encoding === "latin1" ? text.slice(1) : text, encoding));
    if ("refused" in table) throw new Error(table.refused.reason);
    expect(table.faults).toEqual([]);
    expect(table.rows.slice(0, -1).map(({ cells }) => cells)).toEqual(rows);
    expect(table.rows.map(({ line }) => line)).toEqual(Array.from({ length: 9_001 }, (_, place) => 2 + 2 * place));
    expect(table.rows.at(-1)?.cells[1]).toHaveLength(2_999_999);
  });

  it("reads as many rows as are allowed quickly, and not one more", () => {
    const rows = "name,phone,note\r\n" + '"Legal, help",(213) 387-3284,"says ""yes"""\r\n'.repeat(mostRows);
    const started = performance.now();
    expect(table(rows).rows.at(-1)).toEqual({ line: mostRows + 1, cells: ["Legal, help", "(213) 387-3284", 'says "yes"'] });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(readCsv(bytes(`${rows}a,b,c`))).toEqual({ refused: { reason: "tooManyRows", most: mostRows } });
  });

  it.each(['"', '""', '"a', "a,", ",", "\n", "\r", "\r\n", "'", '\n"', "sep=;\n"])("answers soon to %j a million times over", (text) => {
    const started = performance.now();
    readCsv(bytes(text.repeat(1_000_000 / text.length)));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("takes one apostrophe from an escaped cell, and none from a name", () => {
    expect(cells("a,b,c\n'+12133873284,'t Hooft,''=1")).toEqual([["+12133873284", "'t Hooft", "'=1"]]);
  });
});

describe("writeCsv", () => {
  it.each(["=1+1", "+12133873284", "-", "@SUM(A1)", "\tx", "\rx", "'=1", "＝1", '=HYPERLINK("https://example.org","x")'])("escapes %j so that no spreadsheet runs it", (cell) => {
    const written = writeCsv(["a", "b"], [[cell, "x"]]);
    expect(written.split("\r\n")[1]).toMatch(/^"?'/);
    expect(cells(written)).toEqual([[cell, "x"]]);
  });

  it("begins with the mark that Excel looks for", () => {
    expect(writeCsv(["a"], [])).toBe("\uFEFFa\r\n");
  });

  it("reads back what it wrote, however hostile", () => {
    const hostile = fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "\t", "\r", "\n", "\r\n", " ", "sep=;", "ñ", "👩‍👧", "\u2028", "\uFEFF", "<script>", "${x}", "＝");
    const cell = fc.array(fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 8 }).map((parts) => parts.join("").replaceAll("\0", "").toWellFormed());
    const row = fc.tuple(cell, cell, cell).filter((row) => row.some((text) => text.trim() !== ""));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        expect(cells(writeCsv(["name", "note; more", "x"], rows))).toEqual(rows);
      }),
      { numRuns: 2_000 },
    );
  });
});
