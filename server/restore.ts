import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { putHeadAside } from "./auditHead.ts";
import { withClient } from "./auditRows.ts";
import { appliedMigrations, checkBackup, secretFiles } from "./backup.ts";
import { readLines } from "./backupLines.ts";
import { listTables, plainText, readTable, tableWriter, tally, type Table } from "./backupTables.ts";
import { codeOf, Failure } from "./failure.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";

type Restored = { takenAt: string; tables: number; rows: number; putAside: string | null };

/**
 * Brings a backup back into an empty database, whole or not at all. The tables are made as they were when it was taken;
 * newer migrations are left to the caller.
 * @throws Failure when the file cannot be used, or the database holds something already; then nothing was changed
 */
export async function restore(dataDir: string, url: string, secret: string, file: string): Promise<Restored> {
  const found = await checkBackup(file, secret).catch((error: unknown) => {
    throw codeOf(error) === "ENOENT" ? new Failure(`There is no file ${file}.`) : error;
  });
  await withClient(url, (client) => requireEmpty(client, found.migrations));
  await migrate(url, undefined, found.migrations);
  await withClient(url, (client) => fill(client, file, secret));
  for (const name of secretFiles) {
    const text = found.secrets[name];
    // One that is there already is in use.
    if (text !== undefined) await writeFile(join(dataDir, name), text, { mode: 0o600, flag: "wx" }).catch(() => {});
  }
  return { takenAt: found.takenAt, tables: found.tables, rows: found.rows, putAside: await putHeadAside(dataDir) };
}

async function requireEmpty(client: pg.Client, migrations: string[]): Promise<void> {
  const known = (await readMigrations()).migrationDirectories.map(({ path }) => path);
  const missing = migrations.find((name) => !known.includes(name));
  if (missing) throw new Failure(`This backup was made by a newer version of the guide (${missing}): update the code, and restore it then.`);
  for (const { name } of await listTables(client)) {
    const { rows } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`);
    if (rows.length > 0)
      throw new Failure(`This installation is not empty (${name} has rows), and a backup is never mixed with what is there: stop the guide, put its data folder aside or name an empty database, and restore then.`);
  }
  const newer = (await appliedMigrations(client)).find((name) => !migrations.includes(name));
  if (newer) throw new Failure(`The tables of this database are newer than the backup (${newer}): restore it into a database without tables.`);
}

async function fill(client: pg.Client, file: string, secret: string): Promise<void> {
  await client.query(`BEGIN; ${plainText}`);
  const { rows: references } = await client.query<{ table: string; name: string }>(
    "SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable",
  );
  const setReferences = async (mode: string) => {
    for (const { table, name } of references) await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${pg.escapeIdentifier(name)} ${mode}`);
  };
  // Tables come by name, and rows point to rows that come later.
  await setReferences("DEFERRABLE INITIALLY DEFERRED");
  let current: { table: Table; writer: Awaited<ReturnType<typeof tableWriter>> } | undefined;
  const filled: { table: Table; sha256: string }[] = [];
  for await (const line of readLines(file, secret)) {
    if (Array.isArray(line) || "hex" in line) await current?.writer.write(line);
    else if ("table" in line) current = { table: line.table, writer: await tableWriter(client, line.table) };
    else if ("counted" in line && current) {
      await current.writer.finish();
      filled.push({ table: current.table, sha256: line.counted.sha256 });
    }
  }
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  await setReferences("NOT DEFERRABLE");
  for (const { table, sha256 } of filled) {
    const count = tally();
    for await (const entry of readTable(client, table)) count.add(JSON.stringify(entry));
    if (count.sha256() !== sha256) throw new Failure(`What was written into ${table.name} is not what the backup holds: nothing was kept.`);
  }
  await client.query("COMMIT");
}
