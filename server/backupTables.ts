import { createHash } from "node:crypto";
import pg from "pg";

/** One table as a backup holds it. */
export type Table = {
  name: string;
  columns: string[];
  key: string[];
  /** Columns of bytes: they may be larger than memory likes, and follow their row in pieces. */
  bytes: string[];
};

/** A row, every column as PostgreSQL writes it as text: this is whole for every type, and the same on every server. */
export type Row = (string | null)[];
/** A piece of a column of bytes of the row that came before. */
export type Piece = { column: string; key: Row; hex: string };

// Signed-in sessions and one-time links must not come back to life, and what readers report is gone after 90 days.
const emptied = ["StaffSession", "StaffToken", "ConfirmationLink", "Correction"];
const left = ["_prisma_migrations"];
const rowsAtOnce = 200;
const pieceSize = 4 * 1024 * 1024;

/** How values are written, and read again, whatever the server is set to. */
export const plainText = "SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL statement_timeout = 0";

const quoted = pg.escapeIdentifier;
const list = (names: string[]) => names.map(quoted).join(", ");

/** The tables that a backup holds, by name. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) AS columns,
       coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attnum = ANY (k.conkey)), '{}') AS key,
       coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.atttypid = 'bytea'::regtype), '{}') AS bytes
     FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
    [left],
  );
  return rows;
}

/** Everything in one table, in an order that is the same on every server. Inside a transaction. */
export async function* readTable(client: pg.Client, { name, columns, key, bytes }: Table): AsyncGenerator<Row | Piece> {
  if (emptied.includes(name)) return;
  const value = (column: string) => (bytes.includes(column) ? `CASE WHEN ${quoted(column)} IS NOT NULL THEN '' END` : `${quoted(column)}::text`);
  const order = (key.length > 0 ? key : columns).map((column) => `${quoted(column)}::text COLLATE "C"`).join(", ");
  await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT ${columns.map(value).join(", ")} FROM ${quoted(name)} ORDER BY ${order}`);
  for (;;) {
    const { rows } = await client.query<Row>({ text: `FETCH ${rowsAtOnce} FROM rows`, rowMode: "array" });
    for (const row of rows) {
      yield row;
      const id = key.map((column) => row[columns.indexOf(column)] ?? null);
      for (const column of bytes) if (row[columns.indexOf(column)] !== null) yield* readPieces(client, name, column, key, id);
    }
    if (rows.length < rowsAtOnce) break;
  }
  await client.query("CLOSE rows");
}

async function* readPieces(client: pg.Client, table: string, column: string, key: string[], id: Row): AsyncGenerator<Piece> {
  for (let from = 1; ; from += pieceSize) {
    const { rows } = await client.query<{ hex: string }>(
      `SELECT encode(substring(${quoted(column)} FROM ${from} FOR ${pieceSize}), 'hex') AS hex FROM ${quoted(table)} WHERE ${whereKey(key, 1)}`,
      id,
    );
    const hex = rows[0]?.hex ?? "";
    if (hex !== "") yield { column, key: id, hex };
    if (hex.length < pieceSize * 2) return;
  }
}

const whereKey = (key: string[], from: number) => key.map((column, index) => `${quoted(column)} = $${from + index}`).join(" AND ");

/** Puts rows and pieces into one table, in the order in which readTable gave them. */
export async function tableWriter(client: pg.Client, { name, columns, key }: Table): Promise<{ write: (entry: Row | Piece) => Promise<void>; finish: () => Promise<void> }> {
  const { rows } = await client.query<{ column: string; type: string }>(
    `SELECT attname::text AS column, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [quoted(name)],
  );
  const types = new Map(rows.map(({ column, type }) => [column, type]));
  const cast = (column: string, number: number) => `$${number}::${types.get(column) ?? "text"}`;
  const atOnce = Math.max(1, Math.min(rowsAtOnce, Math.floor(30_000 / columns.length)));
  let waiting: Row[] = [];
  const finish = async () => {
    if (waiting.length === 0) return;
    const tuples = waiting.map((_, row) => `(${columns.map((column, index) => cast(column, row * columns.length + index + 1)).join(", ")})`);
    await client.query(`INSERT INTO ${quoted(name)} (${list(columns)}) VALUES ${tuples.join(", ")}`, waiting.flat());
    waiting = [];
  };
  const write = async (entry: Row | Piece) => {
    if (Array.isArray(entry)) {
      waiting.push(entry);
      if (waiting.length >= atOnce) await finish();
      return;
    }
    await finish();
    const column = quoted(entry.column);
    await client.query(`UPDATE ${quoted(name)} SET ${column} = ${column} || decode($1, 'hex') WHERE ${whereKey(key, 2)}`, [entry.hex, ...entry.key]);
  };
  return { write, finish };
}

/** Counts and hashes the lines of one table. */
export function tally(): { add: (line: string) => void; rows: () => number; sha256: () => string } {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    add: (line) => {
      hash.update(line).update("\n");
      if (line.startsWith("[")) rows++;
    },
    rows: () => rows,
    sha256: () => hash.copy().digest("hex"),
  };
}
