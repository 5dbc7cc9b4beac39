import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What the pages are built from. SITE_ORIGIN is not here: it is read when a page is asked for. */
export const buildInputs = [
  "app",
  "components",
  "content",
  "data",
  "i18n",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** One hash over files and folders, by name and bytes; what is missing counts as missing. */
export async function hashOf(paths: string[], skip: (path: string) => boolean = () => false): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths)
    for (const file of await filesUnder(path, skip)) hash.update(`${file}\0`).update(await readFile(file)).update("\0");
  return hash.digest("hex");
}

async function filesUnder(path: string, skip: (path: string) => boolean): Promise<string[]> {
  const there = await stat(path).catch(() => null);
  if (!there || skip(path)) return [];
  if (there.isFile()) return [path];
  const names = (await readdir(path)).sort();
  return (await Promise.all(names.map((name) => filesUnder(join(path, name), skip)))).flat();
}
