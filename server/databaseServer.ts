import { spawn } from "node:child_process";
import { close, openSync, readFileSync } from "node:fs";
import { readFile, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { plainEnvironment } from "./databaseCluster.ts";
import type { Place } from "./databasePlace.ts";
import { Failure } from "./failure.ts";
import { startedAt } from "./lock.mjs";

// Small: the whole guide is a few megabytes, and the machine may be small too.
// Errors are not logged: their text can hold what a reader searched for.
const options: Record<string, string | number> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 30,
  shared_buffers: "32MB",
  max_wal_size: "256MB",
  min_wal_size: "32MB",
  io_method: "sync",
  max_logical_replication_workers: 0,
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "fatal",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

export type Postmaster = { pid: number; port: number };

/** The server that runs on this place's data, whoever started it; null when none does. */
export async function runningServer(place: Place): Promise<Postmaster | null> {
  const text = await readFile(join(place.data, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid, place.data)) return null;
  return { pid, port: Number.isInteger(port) ? port : 0 };
}

/** A process number alone proves nothing: after a crash it may be somebody else's. */
function isPostgres(pid: number, data: string): boolean {
  if (startedAt(pid) === null) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data);
  } catch {
    return false;
  }
}

/** Starts the server detached, so that a Ctrl-C at the terminal does not hit it before its users are done. */
export async function spawnServer(place: Place, port: number): Promise<{ pid: number; ended: () => boolean }> {
  const file = join(place.notes, "postgres.log");
  if (((await stat(file).catch(() => null))?.size ?? 0) > 1_000_000) await truncate(file, 0);
  const log = openSync(file, "a", 0o600);
  const args = Object.entries({ ...options, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(place.binaries.folder, "bin", "postgres"), ["-D", place.data, ...args], {
    ...place.account,
    cwd: "/",
    env: plainEnvironment,
    detached: true,
    stdio: ["ignore", log, log],
  });
  close(log, () => {});
  let ended = false;
  child.on("exit", () => (ended = true));
  child.on("error", () => (ended = true));
  child.unref();
  if (child.pid === undefined) throw new Failure("PostgreSQL could not be started: its program does not run on this machine.");
  return { pid: child.pid, ended: () => ended };
}

/** The last thing that the server said. */
export async function lastWords(place: Place): Promise<string> {
  const text = await readFile(join(place.notes, "postgres.log"), "utf8").catch(() => "");
  const lines = text.trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? lines.at(-1) ?? "";
}

/** Stops the server and waits for it: first politely, then not. */
export async function stopServer(place: Place): Promise<void> {
  const server = await runningServer(place);
  if (!server) return;
  for (const [signal, patience] of [["SIGINT", 15_000], ["SIGQUIT", 5_000]] as const) {
    signalProcess(server.pid, signal);
    signalProcess(server.pid, "SIGCONT");
    if (await goneWithin(server.pid, patience)) return;
  }
  await killServer(server.pid);
}

/** Ends a server that answers nothing any more, with its children; the next start recovers. */
export async function killServer(pid: number): Promise<void> {
  const children = childrenOf(pid);
  signalProcess(pid, "SIGKILL");
  for (const child of children) signalProcess(child, "SIGKILL");
  await goneWithin(pid, 5_000);
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  } catch {
    return []; // not Linux: they notice by themselves that their parent is gone
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // gone already
  }
}

async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await sleep(20)) if (startedAt(pid) === null) return true;
  return false;
}
