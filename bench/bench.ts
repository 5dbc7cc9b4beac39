import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { measureBytes } from "./bytes.ts";
import { machine } from "./machine.ts";
import { measureMemory } from "./memory.ts";
import { measurePhone } from "./phone.ts";
import type { Measurement } from "./report.ts";
import { measureSearch } from "./searchTimes.ts";
import { benchData, importData, searchData, siteData, startSite, type Opened } from "./site.ts";
import { measureStaffList } from "./staffList.ts";
import { measureStarts } from "./startTimes.ts";
import { measureThroughput } from "./throughput.ts";
import { removeData } from "../e2e/dataFolder.ts";
import { takeLock } from "../server/lock.mjs";

const results = "bench/results.md";
const say = (line: string) => console.log(`  ${line}`);

// The one thing that is running, to be stopped whatever happens.
let close = async () => {};
let origin = "";
const opened: Opened = (site) => {
  close = site.stop;
  origin = site.origin;
};
async function closeAll(): Promise<void> {
  const closing = close;
  close = async () => {};
  origin = "";
  await closing();
}
const clearData = () => [siteData, searchData, importData].forEach(removeData);

async function running(): Promise<string> {
  if (!origin) await startSite(opened);
  return origin;
}

// Starts come first: they leave a site that is built and warm. Memory wants a fresh one, search the machine for itself.
const measurements: Record<string, () => Promise<Measurement>> = {
  start: () => measureStarts(say, opened),
  bytes: async () => measureBytes(await running()),
  phone: async () => measurePhone(await running(), say),
  requests: async () => measureThroughput(await running()),
  memory: async () => {
    await closeAll();
    return measureMemory(opened);
  },
  search: async () => {
    await closeAll();
    return measureSearch(say, (stop) => (close = stop));
  },
  staff: async () => {
    await closeAll();
    return measureStaffList(say, opened);
  },
  import: async () => {
    await closeAll();
    return importApart();
  },
};

const sent = z.object({ title: z.string(), lines: z.array(z.string()), missed: z.array(z.string()) });
async function importApart(): Promise<Measurement> {
  const child = fork("bench/importApart.mjs", { execArgv: [] });
  const ended = once(child, "exit");
  close = async () => void (child.kill("SIGTERM") && (await ended));
  let found: Measurement | undefined;
  child.on("message", (message) => (found = sent.parse(message)));
  await ended;
  if (!found) throw new Error("The imports were not measured: the output above says why.");
  return found;
}

const failed = (name: string): Measurement => ({ title: name, lines: ["Failed: the run's output says why."], missed: [`"${name}" could not be measured.`] });

/** Runs the measurements named, or all. @returns the exit code: 1 where a target is missed or something fails */
export async function bench(names: string[]): Promise<number> {
  const unknown = names.find((name) => !(name in measurements));
  if (unknown) {
    console.error(`There is no measurement "${unknown}": ${Object.keys(measurements).join(", ")}.`);
    return 1;
  }
  const lock = takeLock(benchData);
  if ("heldBy" in lock) {
    console.error(`The bench is running already (process ${lock.heldBy}).`);
    return 1;
  }
  process.on("exit", lock.release);
  clearData(); // of a run that was killed, or of other migrations
  let stopped = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      stopped = true;
      void closeAll().finally(() => {
        clearData();
        process.exit(130);
      });
    });
  const found: Measurement[] = [];
  try {
    for (const name of names.length > 0 ? names : Object.keys(measurements)) {
      if (stopped) break;
      console.log(`\n${name}`);
      const measurement = await measurements[name]!().catch((error: unknown) => {
        // What was stopped on purpose fails of course; one that fails by itself does not cost us the others.
        if (!stopped) console.error(error);
        return failed(name);
      });
      found.push(measurement);
      console.log(["", ...measurement.lines].join("\n"));
    }
  } finally {
    await closeAll();
    clearData();
  }
  if (stopped) return 130;
  const missed = found.flatMap((measurement) => measurement.missed);
  const verdict = missed.length > 0 ? ["Targets missed:", "", ...missed.map((sentence) => `- ${sentence}`)] : ["Every target is reached."];
  console.log(["", machine(), "", ...verdict].join("\n"));
  if (names.length === 0) {
    const sections = found.flatMap(({ title, lines }) => [`## ${title}`, "", ...lines, ""]);
    await writeFile(results, ["# Measured", "", `By \`npm run bench\` in one run: ${machine()}.`, "", ...verdict, "", ...sections].join("\n"));
    console.log(`\nWritten to ${results}`);
  }
  return missed.length > 0 ? 1 : 0;
}
