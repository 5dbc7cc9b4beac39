import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startedAt } from "./lock.mjs";

// Several commands may use one embedded database (`npm start`, and `npm run db:seed` beside
// it). Each leaves its number here; the last one to go stops the database.

const folderOf = (notes: string) => join(notes, "postgres-users");

/** Notes that a process uses the database. */
export async function joinUsers(notes: string, pid: number): Promise<void> {
  await mkdir(folderOf(notes), { recursive: true });
  await writeFile(join(folderOf(notes), String(pid)), startedAt(pid) ?? "");
}

/** Takes a process off the list; answers whether it was the last one alive. */
export async function leaveUsers(notes: string, pid: number): Promise<boolean> {
  await rm(join(folderOf(notes), String(pid)), { force: true });
  let last = true;
  for (const name of await readdir(folderOf(notes)).catch(() => [])) {
    const file = join(folderOf(notes), name);
    const started = await readFile(file, "utf8").catch(() => "");
    // After kill -9 a note stays behind, and its number may be somebody else's by now.
    if (started !== "" && startedAt(Number(name)) === started) last = false;
    else await rm(file, { force: true });
  }
  return last;
}
