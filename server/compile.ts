import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOf } from "./inputs.ts";
import type { Settings } from "./settings.ts";

const folderOf = ({ distDir }: Settings) => join(distDir, "processes");

// What stays in memory is in server/, and the rules that it shares with the pages in lib/.
const rooms = ["server", "lib"];

/** Where a compiled file of server/ lies. */
export function compiled(settings: Settings, name: string): string {
  return join(folderOf(settings), "server", name);
}

/** Whether the compiled processes are those of the code. */
export async function isCompiled(settings: Settings): Promise<boolean> {
  const stamp = await readFile(join(folderOf(settings), "compiled-from"), "utf8").catch(() => "");
  return stamp === (await hashOf(rooms));
}

/**
 * Writes server/*.ts and lib/*.ts as plain JavaScript beside the built pages. With tsx the two processes that
 * stay would take 85 MB more (docs/decisions/0003-processes.md).
 */
export async function compileProcesses(settings: Settings): Promise<void> {
  const { default: ts } = await import("typescript");
  const folder = folderOf(settings);
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, rewriteRelativeImportExtensions: true, verbatimModuleSyntax: true };
  await rm(folder, { recursive: true, force: true });
  for (const room of rooms) {
    await mkdir(join(folder, room), { recursive: true });
    for (const name of await readdir(room)) {
      if (name.endsWith(".test.ts")) continue;
      if (name.endsWith(".mjs")) await writeFile(join(folder, room, name), await readFile(join(room, name)));
      if (!name.endsWith(".ts")) continue;
      const { outputText } = ts.transpileModule(await readFile(join(room, name), "utf8"), { compilerOptions });
      await writeFile(join(folder, room, name.replace(/\.ts$/, ".js")), outputText);
    }
  }
  // Next says "commonjs" for the whole of its folder.
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  await writeFile(join(folder, "compiled-from"), await hashOf(rooms));
}
