import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { round, table, type Measurement } from "./report.ts";
import { importData } from "./site.ts";
import { syntheticListings, take, type SyntheticListing } from "./synthetic.ts";
import { readContent } from "../prisma/content.ts";
import { openDatabase } from "../server/database.ts";
import { pressArguments, pressEnvironment } from "../server/callPress.ts";
import { runningServer } from "../server/databaseServer.ts";
import { generateClient } from "../server/generate.ts";
import { migrate } from "../server/migrate.ts";
import { seed } from "../server/seed.ts";
import { readSettings } from "../server/settings.ts";
import { writeCsv } from "../lib/csv.ts";
import { listingColumns, type ListingRow } from "../lib/listingColumns.ts";

const rows = 50_000;
const target = { seconds: 60, megabytes: 500 };

/** How long the press takes for a large file, and how much memory: reading it, and writing it, new listings and changed ones. */
export async function measureImport(say: (line: string) => void, opened: (close: () => Promise<void>) => void): Promise<Measurement> {
  process.env.DATABASE_URL = "";
  const { url, place, close } = await openDatabase({ ...readSettings(), dataDir: importData });
  opened(close);
  await generateClient();
  await migrate(url);
  await seed(url, () => {});
  process.env.DATABASE_URL = url;
  const { uploadImport } = await import("../data/imports/upload.ts");
  const { startCheck, submitImport, approveImport } = await import("../data/imports/steps.ts");
  const { getImport } = await import("../data/imports/read.ts");
  const { db } = await import("../data/db.ts");
  const [ana, ben] = [randomUUID(), randomUUID()].map((id) => ({ id, role: "editor" as const, secondFactor: true }));
  const server = place && (await runningServer(place));

  const postalCodes = (await db.postalCode.findMany({ orderBy: { code: "asc" }, select: { code: true } })).map(({ code }) => code);
  const listings = take(syntheticListings(await readContent(), postalCodes), rows);
  const files = [
    { name: "new", rows: listings.map((listing, place) => rowOf(listing, place, 0)) },
    { name: "changed", rows: listings.map((listing, place) => rowOf(listing, place, 1)) },
  ];
  const found: (string | number)[][] = [];
  const missed: string[] = [];
  for (const file of files) {
    const path = join(importData, `${file.name}.csv`);
    await writeFile(path, writeCsv([...listingColumns], file.rows.map((row) => listingColumns.map((column) => row[column] ?? ""))));
    const { size } = await stat(path);
    const uploaded = await uploadImport(ana!, { kind: "csv", fileName: `${file.name}.csv`, size, source: { name: "Made up" } }, path);
    if ("problem" in uploaded) throw new Error(uploaded.problem);
    const run = async (step: string, state: string) => {
      const { seconds, megabytes } = await press(url, server?.pid);
      const now = await getImport(uploaded.id);
      if (now?.state !== state) throw new Error(`${file.name}: ${step} ended as ${now?.state}, ${now?.problem}`);
      found.push([`${file.name}: ${step} (${round(size / 1e6, 1)} MB)`, round(seconds, 1), round(megabytes.press), round(megabytes.all)]);
      say(found.at(-1)!.join("  "));
      if (seconds > target.seconds) missed.push(`${file.name}, ${step}: ${round(seconds)} s; the target is ${target.seconds} s.`);
      if (megabytes.press > target.megabytes) missed.push(`${file.name}, ${step}: ${round(megabytes.press)} MB; the target is ${target.megabytes} MB.`);
    };
    await startCheck(ana!, uploaded.id, [...listingColumns]);
    await run("dry run", "checked");
    const submitted = await submitImport(ana!, uploaded.id);
    if (submitted !== "done") throw new Error(`${file.name}: ${submitted} ${JSON.stringify((await getImport(uploaded.id))?.verdicts)}`);
    await approveImport(ben!, uploaded.id, (await getImport(uploaded.id))!.submittedAt!.toISOString());
    await run("writing", "applied");
  }
  await db.$disconnect();
  await close();
  return {
    title: "Imports",
    lines: [
      ...table([`${round(rows)} rows`, "seconds", "press (MB)", "press and database (MB)"], found),
      "",
      `From the start of the press to its end; the most memory it had at any moment (PSS). Target: ${target.seconds} s and ${target.megabytes} MB for each.`,
    ],
    missed,
  };
}

/** `round`: 0 for a first import, 1 for another one that changes every listing. */
function rowOf({ slug, name, locations, languages, recognition, services: [service] }: SyntheticListing, place: number, again: number): ListingRow {
  const location = locations[0];
  return {
    slug,
    name: name.slice(0, 200),
    kind: "provider",
    phone_1: `213-${200 + ((place + again) % 800)}-${String(place % 10_000).padStart(4, "0")}`,
    website: `https://example.org/${slug}`,
    ...(location && { address_1_line1: location.address1, address_1_city: location.city, address_1_state: "CA", address_1_zip: location.postalCode }),
    languages: languages.join("; "),
    hours: "MO TU WE TH FR 09:00-17:00; SA 10:00-12:00",
    needs: service!.needs.join("; "),
    cost: service!.cost ?? "",
    service_name_en: service!.text.en.name,
    service_name_es: service!.text.es.name,
    service_description_en: service!.text.en.description ?? "",
    service_description_es: service!.text.es.description ?? "",
    ...(recognition && { recognition_recognized_on: recognition.recognizedOn, recognition_expires_on: recognition.expiresOn, recognition_renewal_pending: recognition.renewalPending ? "yes" : "no", recognition_status: recognition.status }),
  };
}

/** One run of the press, as the supervisor starts it. */
async function press(url: string, databasePid: number | undefined) {
  const began = performance.now();
  const child = spawn(process.execPath, pressArguments, { env: { ...process.env, DATABASE_URL: url, ...pressEnvironment }, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const megabytes = { press: 0, all: 0 };
  let running = true;
  void ended.then(() => (running = false));
  while (running) {
    const processes = await listProcesses();
    const [own, database] = await Promise.all([sizeOf(child.pid!, processes), databasePid ? sizeOf(databasePid, processes) : 0]);
    megabytes.press = Math.max(megabytes.press, own);
    megabytes.all = Math.max(megabytes.all, own + database);
    await sleep(250);
  }
  if ((await ended) !== 0) throw new Error("The press did not come to its end.");
  return { seconds: (performance.now() - began) / 1000, megabytes };
}

type Process = { pid: number; parent: number };
async function listProcesses(): Promise<Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  return Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
      return { pid, parent: Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[1]) };
    }),
  );
}

async function sizeOf(pid: number, processes: Process[]): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  const own = Number(text.match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0) / 1024;
  const children = await Promise.all(processes.filter(({ parent }) => parent === pid).map((child) => sizeOf(child.pid, processes)));
  return children.reduce((sum, size) => sum + size, own);
}
