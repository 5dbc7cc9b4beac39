import { resolve } from "node:path";
import pg from "pg";
import { removeData } from "./dataFolder.ts";
import { openDatabase } from "../server/database.ts";
import { generateClient } from "../server/generate.ts";
import { migrate } from "../server/migrate.ts";
import { seed } from "../server/seed.ts";
import { readSettings } from "../server/settings.ts";

/** What the disk has after a crash is for other tests: copies are made and dropped many times quicker without. */
async function forgetful(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"]) await client.query(`ALTER SYSTEM SET ${setting} = off`);
  await client.query("SELECT pg_reload_conf()");
  await client.end();
}

/** A fresh database with the starter content for the unit tests of data/ and prisma/. Never the one of DATABASE_URL. */
export default async function openUnitDatabase(): Promise<() => Promise<void>> {
  // Two runs at once must not remove each other's.
  const dataDir = resolve(process.env.UNIT_DATA_DIR || ".data/unit");
  delete process.env.DATABASE_URL;
  removeData(dataDir);
  await generateClient();
  const database = await openDatabase(readSettings({ ...process.env, DATA_DIR: dataDir }));
  await forgetful(database.url);
  await migrate(database.url);
  await seed(database.url, () => {});
  process.env.DATABASE_URL = database.url;
  // e2e/ownDatabase.ts copies it.
  process.env.UNIT_TEMPLATE_URL = database.url;
  return () => database.close();
}
