import { createReadStream } from "node:fs";
import { db, type Transaction } from "../db";

const piece = 8 * 1024 * 1024;

/** Puts a file into its import piece by piece: as one value it would stand in memory several times. */
export async function writeFileOf(transaction: Transaction, importId: string, path: string): Promise<void> {
  for await (const bytes of createReadStream(path, { highWaterMark: piece }) as AsyncIterable<Uint8Array>)
    await transaction.$executeRaw`UPDATE "Import" SET file = file || ${bytes}::bytea WHERE id = ${importId}`;
}

/** The file of an import, or its beginning. */
export async function readFileOf(importId: string, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let from = 0; from < most; from += piece) {
    const size = Math.min(piece, most - from);
    const [row] = await db.$queryRaw<{ bytes: Uint8Array }[]>`SELECT substring(file FROM ${from + 1}::int FOR ${size}::int) AS bytes FROM "Import" WHERE id = ${importId}`;
    if (!row || row.bytes.length === 0) break;
    pieces.push(Buffer.from(row.bytes));
    if (row.bytes.length < size) break;
  }
  return Buffer.concat(pieces);
}
