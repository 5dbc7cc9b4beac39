// Locks of the data folder: one `npm start`, one start of the database at a time. Plain JavaScript, because
// the first is taken before `npm ci`, when nothing can translate TypeScript yet.
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * When a process began, as a string to compare; null when it is gone (or a zombie).
 * A number alone is not enough: after kill -9 and a reboot it may belong to somebody else.
 * @param {number} pid
 * @returns {string | null}
 */
export function startedAt(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z" || fields[0] === "X") return null;
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return `${boot} ${fields[19]}`;
    }
    process.kill(pid, 0);
    if (process.platform === "win32") return "running";
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/**
 * The process that holds the lock, or null where nobody living does.
 * @param {string} file
 * @returns {number | null}
 */
export function holderOf(file) {
  try {
    /** @type {{ pid?: unknown, started?: unknown }} */
    const held = JSON.parse(readFileSync(file, "utf8"));
    if (typeof held.pid !== "number") return null;
    return startedAt(held.pid) === held.started ? held.pid : null;
  } catch {
    return null;
  }
}

/**
 * Takes a lock in a data folder for this process.
 * @param {string} folder
 * @param {string} [name] which one
 * @returns {{ heldBy: number } | { release: () => void }}
 */
export function takeLock(folder, name = "lock.json") {
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startedAt(process.pid) }));
  try {
    for (;;) {
      try {
        // link(2) either makes the name or fails: no moment with a half-written lock.
        linkSync(mine, file);
        break;
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
        const heldBy = holderOf(file);
        if (heldBy !== null && heldBy !== process.pid) return { heldBy };
        breakStale(file);
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    release: () => {
      if (holderOf(file) === process.pid) rmSync(file, { force: true });
    },
  };
}

/** @param {string} file */
function breakStale(file) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another process was quicker
  }
  // Between looking and renaming somebody may have taken it: then give it back.
  if (holderOf(aside) !== null) renameSync(aside, file);
  else rmSync(aside, { force: true });
}
