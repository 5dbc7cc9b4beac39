import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../server/freePort.ts";
import { holderOf } from "../server/lock.mjs";

/** The bench's own data: nobody's running site is touched. */
export const benchData = resolve(".data/bench");
export const siteData = join(benchData, "site");
export const searchData = join(benchData, "search");
export const importData = join(benchData, "import");

export type Site = {
  origin: string;
  /** From `npm start` to the first page, in milliseconds. */
  startedIn: number;
  /** The process that owns the others. */
  pid: number;
  stop: () => Promise<void>;
};

export type Opened = (site: Pick<Site, "origin" | "stop">) => void;

const patience = 15 * 60_000;

/**
 * Runs `npm start` with its own data folder, database and port, and waits for the first page.
 * @param opened called at once, so that a start can be broken off
 */
export async function startSite(opened: Opened): Promise<Site> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = { ...process.env, DATABASE_URL: "", HOST: "", PORT: String(port), DATA_DIR: siteData, SITE_ORIGIN: origin };
  const began = performance.now();
  // A group of its own: Ctrl-C reaches the bench alone, which stops it in order.
  const child = spawn("npm", ["start"], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => said.push(data.toString()));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const owner = () => holderOf(join(siteData, "lock.json"));
  const stop = async () => {
    if (!isRunning()) return;
    const closed = once(child, "close");
    // npm does not pass signals on to what it started.
    process.kill(owner() ?? -child.pid!, "SIGTERM");
    await Promise.race([closed, sleep(30_000, undefined, { ref: false })]);
    if (isRunning()) process.kill(-child.pid!, "SIGKILL");
  };
  opened({ origin, stop });
  while (!(await isUp(`${origin}/en`))) {
    if (isRunning() && performance.now() - began < patience) continue;
    await stop();
    throw new Error(`The site did not start: ${said.join("").trim().split("\n").slice(-5).join("\n")}`);
  }
  return { origin, startedIn: performance.now() - began, pid: owner() ?? child.pid!, stop };
}

async function isUp(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => null);
  await response?.arrayBuffer().catch(() => null);
  if (response?.ok) return true;
  await sleep(25);
  return false;
}
