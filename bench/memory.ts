import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { allPaths, get } from "./pages.ts";
import { round, table, type Measurement } from "./report.ts";
import { siteData, startSite, type Opened } from "./site.ts";
import { findPlace } from "../server/databasePlace.ts";
import { runningServer } from "../server/databaseServer.ts";

const target = 500;
const rest = 20_000;

/** What everything takes together, some time after a start and a few page views. */
export async function measureMemory(opened: Opened): Promise<Measurement> {
  const title = "Memory at rest";
  if (process.platform !== "linux") return { title, lines: ["Left out: only Linux says how much memory each process really takes."], missed: [] };
  const site = await startSite(opened);
  for (const path of (await allPaths(site.origin)).slice(0, 20)) await get(site.origin + path);
  await sleep(rest);
  const database = await runningServer(await findPlace(siteData));
  const processes = await listProcesses();
  const rows = [...familyOf(site.pid, processes), ...(database ? familyOf(database.pid, processes) : [])];
  const sizes = new Map<string, number>();
  for (const { name, pid } of rows) sizes.set(name, (sizes.get(name) ?? 0) + (await megabytes(pid)));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return {
    title,
    lines: [
      ...table(["part", "processes", "MB"], [...[...sizes].map(([name, size]) => [name, rows.filter((row) => row.name === name).length, round(size)]), ["**all**", rows.length, `**${round(total)}**`]]),
      "",
      `${rest / 1000} s after a start and 20 pages; proportional share (PSS), so that shared pages count once. Target: ${target} MB. npm itself, where the site was started by \`npm start\`, is not part of it.`,
    ],
    missed: total > target ? [`The whole takes ${round(total)} MB at rest; the target is ${target} MB.`] : [],
  };
}

type Process = { pid: number; parent: number; name: string };

/** A process and all that it started, each with the name of its part. */
function familyOf(pid: number, processes: Process[]): Process[] {
  const own = processes.filter((process) => process.pid === pid);
  return [...own, ...processes.filter(({ parent }) => parent === pid).flatMap((child) => familyOf(child.pid, processes))];
}

async function listProcesses(): Promise<Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return { pid, parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]), name: partOf(command) };
    }),
  );
  return found;
}

function partOf(command: string): string {
  if (command.includes("postgres")) return "database";
  if (command.includes("next")) return command.includes("site.js") ? "site" : "studio";
  return command.includes("site.js") ? "site" : "supervisor";
}

/** Proportional share where the kernel tells it, else everything that is resident. */
async function megabytes(pid: number): Promise<number> {
  const share = (await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "")).match(/^Pss:\s+(\d+) kB/m);
  const resident = share ?? (await readFile(`/proc/${pid}/status`, "utf8").catch(() => "")).match(/^VmRSS:\s+(\d+) kB/m);
  return Number(resident?.[1] ?? 0) / 1024;
}
