import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { unseal } from "./backupCipher.ts";
import { tally } from "./backupTables.ts";
import { Failure } from "./failure.ts";

// What a backup says, line by line: its head; then for each table its name, its rows, and what they were counted to;
// then the end.

const row = z.array(z.string().nullable());
const head = z.object({ takenAt: z.iso.datetime(), migrations: z.array(z.string()), secrets: z.record(z.string(), z.string()) });
const table = z.object({ table: z.object({ name: z.string(), columns: z.array(z.string()).min(1), key: z.array(z.string()), bytes: z.array(z.string()) }) });
const piece = z.object({ column: z.string(), key: row, hex: z.string() });
const counted = z.object({ counted: z.object({ rows: z.number().int(), sha256: z.string() }) });
const end = z.object({ tables: z.number().int(), rows: z.number().int() });
const line = z.union([row, piece, table, counted, head, end]);

export type Line = z.infer<typeof line>;
export type Head = z.infer<typeof head>;

const wrong = new Failure("This backup contradicts itself: nothing was taken from it. Use another copy.");

/**
 * Everything in a backup, in order, each table checked against its count and its hash.
 * @throws Failure when the secret is another one, or anything of it is not whole
 */
export async function* readLines(file: string, secret: string): AsyncGenerator<Line> {
  let current: ReturnType<typeof tally> | undefined;
  let tables = 0;
  let rows = 0;
  let ended = false;
  for await (const text of linesOf(file, secret)) {
    const parsed = line.safeParse(JSON.parse(text));
    if (!parsed.success || ended) throw wrong;
    const { data } = parsed;
    if (Array.isArray(data) || "hex" in data) {
      if (!current) throw wrong;
      current.add(text);
    } else if ("table" in data) {
      if (current) throw wrong;
      current = tally();
      tables++;
    } else if ("counted" in data) {
      if (current?.rows() !== data.counted.rows || current.sha256() !== data.counted.sha256) throw wrong;
      rows += data.counted.rows;
      current = undefined;
    } else if ("tables" in data) {
      if (current || data.tables !== tables || data.rows !== rows) throw wrong;
      ended = true;
    }
    yield data;
  }
  if (!ended) throw wrong;
}

async function* linesOf(file: string, secret: string): AsyncGenerator<string> {
  const plain = pipeline(createReadStream(file), (sealed: AsyncIterable<Buffer>) => unseal(secret, sealed), createGunzip(), () => {}); // who reads it hears of errors
  plain.setEncoding("utf8");
  let waiting: string[] = [];
  for await (const text of plain as AsyncIterable<string>) {
    const pieces = text.split("\n");
    const last = pieces.pop() ?? "";
    for (const whole of pieces) {
      yield waiting.join("") + whole;
      waiting = [];
    }
    waiting.push(last);
  }
}
