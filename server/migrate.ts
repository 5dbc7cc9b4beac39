import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { Failure } from "./failure.ts";
import { everything, migrationsFolder, readMigrations, schemaFile } from "./migrations.ts";
import { ScriptError, withSchemaEngine } from "./schemaEngine.ts";

// Any number, the same in every process that migrates a guide.
const lockNumber = 2_026_112_100;

/**
 * Brings the database up to the code's migrations; answers the names of those applied.
 * @param only these, for a database that shall be as it was
 */
export async function migrate(url: string, folder = migrationsFolder, only?: string[]): Promise<string[]> {
  const all = await readMigrations(folder);
  const migrationsList = only ? { ...all, migrationDirectories: all.migrationDirectories.filter(({ path }) => only.includes(path)) } : all;
  return underLock(url, () =>
    withSchemaEngine(url, schemaFile, async (engine) => {
      await diagnose(engine, migrationsList);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: everything });
      return appliedMigrationNames;
    }).catch((error: unknown) => {
      throw applyProblem(error);
    }),
  );
}

/** Says of a migration that stopped half-way that its changes are not in the database, so that it runs again. */
export async function markRolledBack(url: string, name: string): Promise<void> {
  await underLock(url, () =>
    withSchemaEngine(url, schemaFile, (engine) =>
      engine.markMigrationRolledBack({ migrationName: name }).catch((error: unknown) => {
        throw new Failure(`The migration "${name}" cannot be marked: ${oneLine(error)}`);
      }),
    ),
  );
}

// Two processes may come up at once on one managed database: the second waits.
async function underLock<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {}); // ending the connection also ends the lock
  await client.connect();
  try {
    await client.query("SET lock_timeout = '60s'");
    await client.query("SELECT pg_advisory_lock($1)", [lockNumber]).catch(() => {
      throw new Failure("Another process has been migrating this database for a minute: wait for it, or stop it, and start again.");
    });
    return await work();
  } finally {
    await client.end();
  }
}

async function diagnose(engine: SchemaEngine, migrationsList: MigrationList): Promise<void> {
  const missing = migrationsList.migrationDirectories.find(({ migrationFile }) => migrationFile.content.tag === "error");
  if (missing) throw new Failure(`The migration ${missing.path} has no migration.sql: bring the file back from version control.`);
  const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: everything });
  const [failed] = found.failedMigrationNames;
  if (failed)
    throw new Failure(
      `The migration ${failed} stopped half-way in this database: restore the last backup, or, when none of its changes are there, run: npm run db:migrate -- --rolled-back ${failed}`,
    );
  const [edited] = found.editedMigrationNames;
  if (edited)
    throw new Failure(`The migration ${edited} was changed after it was applied to this database: bring its file back, and put the change into a new migration.`);
  const history = found.history;
  if (history && history.diagnostic !== "databaseIsBehind")
    throw new Failure(
      `This database was migrated by a newer version of the guide (${history.unpersistedMigrationNames.join(", ")}): update the code, or restore a backup from before.`,
    );
}

function applyProblem(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (/disk full|No space left/i.test(oneLine(error)))
    return new Failure("The disk is full: the database could not be migrated. Make room and start again. Nothing was lost.");
  if (!(error instanceof ScriptError)) return new Failure(`The database could not be migrated: ${oneLine(error)}`);
  const name = /migration_name="([^"]+)"/.exec(String(error.cause))?.[1] ?? "";
  return new Failure(`The migration ${name} failed, and nothing of it was kept: ${oneLine(error)}.`);
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").trim();
}
