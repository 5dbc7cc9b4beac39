import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { MigrationAdapter } from "./migrationAdapter.ts";

/** PostgreSQL refused the script of a migration. */
export class ScriptError extends Error {}

let loaded: Promise<void> | undefined;

// Once a process: the bindings know one instance only, and two would write over each other.
async function load(): Promise<void> {
  // The engine reports its own bugs through this; without it they end in a TypeError.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) } });
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const begin = instance.exports.__wbindgen_start;
  if (typeof begin === "function") begin();
}

/** Runs work with Prisma's schema engine as WebAssembly: the native one would have to be downloaded. */
export async function withSchemaEngine<Result>(
  url: string,
  schemaFile: string,
  work: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await (loaded ??= load());
  const schema = await readFile(schemaFile, "utf8");
  const adapter = new MigrationAdapter(url);
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [[schemaFile, schema]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    return await work(engine).catch((error: unknown) => {
      throw adapter.complaint === undefined ? error : new ScriptError(adapter.complaint, { cause: error });
    });
  } finally {
    // The engine's connection holds its own advisory lock until it closes.
    await adapter.close();
  }
}
