import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { MigrationDirectory, MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

export const migrationsFolder = "prisma/migrations";
export const schemaFile = "prisma/schema.prisma";

/** No table or enum is kept out of migrations. */
export const everything = { externalTables: [], externalEnums: [] };

/** The migrations of the code, as the schema engine wants them. */
export async function readMigrations(folder = migrationsFolder): Promise<MigrationList> {
  const lockFile = "migration_lock.toml";
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return {
    baseDir: resolve(folder),
    lockfile: { path: lockFile, content: await readFile(join(folder, lockFile), "utf8").catch(() => null) },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map((name) => readMigration(folder, name))),
  };
}

async function readMigration(folder: string, name: string): Promise<MigrationDirectory> {
  const file = "migration.sql";
  const text = await readFile(join(folder, name, file), "utf8").catch(() => null);
  // Git on Windows may have turned the line ends, and the engine compares checksums.
  const content = text === null ? { tag: "error" as const, value: "missing" } : { tag: "ok" as const, value: text.replaceAll("\r\n", "\n") };
  return { path: name, migrationFile: { path: file, content } };
}
