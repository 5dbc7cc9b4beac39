import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOf } from "./inputs.ts";
import type { Settings } from "./settings.ts";

const folderOf = ({ distDir }: Settings) => join(distDir, "processes");

/** Whether the compiled processes are those of the code. */
export async function isCompiled(settings: Settings): Promise<boolean> {
  const stamp = await readFile(join(folderOf(settings), "compiled-from"), "utf8").catch(() => "");
  return stamp === (await hashOf(["server"]));
}

/**
 * Writes server/*.ts as plain JavaScript beside the built pages. With tsx the two processes that
 * stay would take 85 MB more (docs/decisions/0003-processes.md).
 */
export async function compileProcesses(settings: Settings): Promise<void> {
  const { default: ts } = await import("typescript");
  const folder = folderOf(settings);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // Next says "commonjs" for the whole of its folder.
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  for (const name of await readdir("server")) {
    if (name.endsWith(".test.ts")) continue;
    const source = await readFile(join("server", name), "utf8");
    if (name.endsWith(".mjs")) await writeFile(join(folder, name), source);
    if (!name.endsWith(".ts")) continue;
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
        rewriteRelativeImportExtensions: true,
        verbatimModuleSyntax: true,
      },
    });
    await writeFile(join(folder, name.replace(/\.ts$/, ".js")), outputText);
  }
  await writeFile(join(folder, "compiled-from"), await hashOf(["server"]));
}
