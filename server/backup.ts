import { createWriteStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { withClient } from "./auditRows.ts";
import { seal } from "./backupCipher.ts";
import { readLines } from "./backupLines.ts";
import { listTables, plainText, readTable, tally } from "./backupTables.ts";
import { Failure } from "./failure.ts";

/** Files of the data folder that the database's contents cannot be used without. */
export const secretFiles = ["staff-secret"];

/**
 * Writes everything in the database, as it is in one moment, into one encrypted file, and reads that file again.
 * @param wish where to; undefined: a new file in the data folder
 * @returns the file, and how much is in it
 * @throws Failure where a file of that name is there already
 */
export async function backup(dataDir: string, url: string, secret: string, wish?: string): Promise<{ file: string; tables: number; rows: number }> {
  const now = new Date().toISOString();
  const file = resolve(wish || join(dataDir, "backups", `guide-${now.slice(0, 19).replaceAll(":", "")}.backup`));
  if (await stat(file).catch(() => null)) throw new Failure(`${file} is there already: a backup never takes the place of another file.`);
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.new-${process.pid}`;
  try {
    await withClient(url, (client) => pipeline(everything(client, dataDir, now), createGzip(), (plain: AsyncIterable<Buffer>) => seal(secret, plain), createWriteStream(half, { mode: 0o600 })));
    await sync(half);
    const { tables, rows } = await checkBackup(half, secret);
    await rename(half, file);
    await sync(dirname(file)).catch(() => {}); // Windows cannot open folders
    return { file, tables, rows };
  } finally {
    await rm(half, { force: true });
  }
}

/** Reads a backup to its end, and says what is in it. */
export async function checkBackup(file: string, secret: string): Promise<{ takenAt: string; migrations: string[]; secrets: Record<string, string>; tables: number; rows: number }> {
  let found = { takenAt: "", migrations: [] as string[], secrets: {} as Record<string, string>, tables: 0, rows: 0 };
  for await (const line of readLines(file, secret)) {
    if ("migrations" in line) found = { ...found, ...line };
    if ("tables" in line) found = { ...found, ...line };
  }
  return found;
}

async function* everything(client: pg.Client, dataDir: string, takenAt: string): AsyncGenerator<string> {
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${plainText}`);
  yield line({ takenAt, migrations: await appliedMigrations(client), secrets: await readSecrets(dataDir) });
  const tables = await listTables(client);
  let rows = 0;
  for (const table of tables) {
    yield line({ table });
    const count = tally();
    for await (const entry of readTable(client, table)) {
      const text = JSON.stringify(entry);
      count.add(text);
      yield `${text}\n`;
    }
    rows += count.rows();
    yield line({ counted: { rows: count.rows(), sha256: count.sha256() } });
  }
  yield line({ tables: tables.length, rows });
  await client.query("COMMIT");
}

/** The migrations that this database has; none where it was never used. */
export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: known } = await client.query<{ there: boolean }>("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
  if (!known[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>("SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1");
  return rows.map(({ name }) => name);
}

async function readSecrets(dataDir: string): Promise<Record<string, string>> {
  const found = await Promise.all(secretFiles.map(async (name) => [name, await readFile(join(dataDir, name), "utf8").catch(() => "")] as const));
  return Object.fromEntries(found.filter(([, text]) => text !== ""));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}
