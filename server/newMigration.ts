import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Failure } from "./failure.ts";
import { everything, migrationsFolder, readMigrations, schemaFile } from "./migrations.ts";
import { withSchemaEngine } from "./schemaEngine.ts";

/** Writes what the schema file has and the migrations lack as a new migration; null when nothing. */
export async function writeMigration(url: string, name: string, folder = migrationsFolder): Promise<string | null> {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  if (!slug) throw new Failure('A migration needs a name: npm run db:migration -- "add opening hours"');
  const migrations = await readMigrations(folder);
  const schema = await readFile(schemaFile, "utf8");
  const { stdout } = await withSchemaEngine(url, schemaFile, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files: [{ path: schemaFile, content: schema }] },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  );
  if (!stdout || /^\s*(-- This is an empty migration\.)?\s*$/.test(stdout)) return null;
  const file = join(folder, `${timestamp(new Date())}_${slug}`, "migration.sql");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, stdout);
  return file;
}

function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, "").slice(0, 14);
}
