// Everything that `npm start` does before it serves. Runs as a child of start.mjs and ends:
// what it needs (schema engine, TypeScript, tsx) shall not stay in memory.
import { mkdir, stat, statfs } from "node:fs/promises";
import { build, isBuilt } from "./build.ts";
import { compileProcesses, isCompiled } from "./compile.ts";
import { openDatabase, type Database } from "./database.ts";
import { settleDemonstration } from "./demonstrationStaff.ts";
import { Failure, report } from "./failure.ts";
import { tryPort } from "./freePort.ts";
import { generateClient } from "./generate.ts";
import { secretRemark } from "./sealedWith.ts";
import { isEmpty, seed } from "./seed.ts";
import { checkTogether, readSettings, type Settings } from "./settings.ts";
import { runStep } from "./steps.ts";
import { stopSignal } from "./stopping.ts";
import { makeTables } from "./tables.ts";

async function checkPort({ port, host }: Settings): Promise<void> {
  const free = await tryPort(port, host).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`The guide cannot listen on ${host ? `${host}, ` : ""}port ${port}: ${error.message}.`);
  });
  if (free === null) throw new Failure(`Port ${port} is taken by another program: stop that one, or choose another with PORT=3001 npm start.`);
}

async function checkSpace({ dataDir, distDir }: Settings): Promise<void> {
  const first = !(await stat(dataDir).catch(() => null)) || !(await stat(distDir).catch(() => null));
  const need = first ? 400e6 : 50e6;
  await mkdir(dataDir, { recursive: true });
  for (const folder of [".", dataDir]) {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < need)
      throw new Failure(`The disk is almost full (${Math.round((bavail * bsize) / 1e6)} MB left, ${need / 1e6} MB needed): make room and start again. Nothing was lost.`);
  }
}

async function prepare(settings: Settings, signal: AbortSignal): Promise<void> {
  checkTogether();
  await checkPort(settings);
  await checkSpace(settings);
  let database: Database | undefined;
  const step = async (number: number, title: string, work: Parameters<typeof runStep>[2]) => {
    if (!signal.aborted) await runStep(number, title, async (say) => work(say).then((done) => (signal.aborted ? "stopped" : done)));
  };
  try {
    await step(2, "Database", async (say) => {
      // In the name of the process that stays: it takes the database over when we end.
      database = await openDatabase(settings, process.ppid);
      if (database.place?.remark) say(database.place.remark);
      return "ready";
    });
    if (!database) return;
    const { url, studioUrl } = database;
    await step(3, "Database client", async () => ((await generateClient(signal)) ? "generated" : "up to date"));
    await step(4, "Tables", async (say) => {
      const names = await makeTables({ url, studioUrl }, say);
      return names.length > 0 ? `applied ${names.join(", ")}` : "up to date";
    });
    await step(5, "Content", async (say) => {
      const empty = await isEmpty(url);
      if (empty) await seed(url, say, signal);
      const demonstration = await settleDemonstration(url, signal);
      if (demonstration) say(demonstration);
      const secret = await secretRemark(url);
      if (secret) say(secret);
      return empty ? "starter content loaded" : "there already";
    });
    await step(6, "Pages", async () => {
      if (!(await isBuilt(settings))) return build(settings, studioUrl, signal).then(() => "built");
      if (!(await isCompiled(settings))) await compileProcesses(settings);
      return "up to date";
    });
  } catch (error) {
    await database?.close();
    throw error;
  }
  if (signal.aborted) await database?.close();
}

const signal = stopSignal();
try {
  await prepare(readSettings(), signal);
  process.exit(0);
} catch (error) {
  if (!signal.aborted) report(error);
  process.exit(signal.aborted ? 0 : 1);
}
