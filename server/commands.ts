import { spawn } from "node:child_process";
import { build } from "./build.ts";
import { openDatabase, type Database } from "./database.ts";
import { Failure, report } from "./failure.ts";
import { tryPort } from "./freePort.ts";
import { generateClient } from "./generate.ts";
import { markRolledBack, migrate } from "./migrate.ts";
import { writeMigration } from "./newMigration.ts";
import { isEmpty, seed } from "./seed.ts";
import { readSettings, type Settings } from "./settings.ts";
import { stopSignal } from "./stopping.ts";

type Work = (settings: Settings, database: Database, args: string[], signal: AbortSignal) => Promise<void>;

const commands: Record<string, Work> = {
  async dev(settings, database, _args, signal) {
    if ((await tryPort(settings.port, settings.host)) === null)
      throw new Failure(`Port ${settings.port} is taken by another program: stop that one, or choose another with PORT=3001 npm run dev.`);
    await ready(database.url, signal);
    await runDev(settings, database.url, signal);
  },
  async build(settings, database, _args, signal) {
    await ready(database.url, signal);
    if (signal.aborted) return;
    console.log("Building the pages …");
    await build(settings, database.url, signal);
    if (!signal.aborted) console.log(`Built into ${settings.distDir}. A site that is running serves it after a restart.`);
  },
  async migrate(_settings, database, args) {
    const [flag, name] = args;
    if (flag === "--rolled-back" && name) await markRolledBack(database.url, name);
    else if (flag) throw new Failure(`The command migrate does not know "${args.join(" ")}".`);
    const names = await migrate(database.url);
    console.log(names.length > 0 ? `Applied: ${names.join(", ")}` : "Nothing to migrate.");
  },
  async migration(_settings, database, args) {
    const file = await writeMigration(database.url, args.join(" "));
    console.log(file ? `Wrote ${file}: read it, then npm run db:migrate.` : "Nothing to do: the migrations already make what prisma/schema.prisma says.");
  },
  async seed(_settings, database, _args, signal) {
    await generateClient(signal);
    await migrate(database.url);
    await seed(database.url, console.log, signal);
  },
};

/** Runs one command of package.json with a database, and gives the database back. */
export async function runCommand(name: string, args: string[]): Promise<void> {
  const signal = stopSignal();
  let database: Database | undefined;
  try {
    const work = commands[name];
    if (!work) throw new Failure(`There is no command "${name}": ${["start", ...Object.keys(commands)].join(", ")}.`);
    const settings = readSettings();
    database = await openDatabase(settings);
    if (database.place?.remark) console.log(database.place.remark);
    if (!signal.aborted) await work(settings, database, args, signal);
  } catch (error) {
    if (!signal.aborted) report(error);
    process.exitCode = signal.aborted ? 0 : 1;
  }
  await database?.close();
  process.exit();
}

async function ready(url: string, signal: AbortSignal): Promise<void> {
  await generateClient(signal);
  await migrate(url);
  if (!signal.aborted && (await isEmpty(url))) await seed(url, console.log, signal);
}

function runDev({ port, host, siteOrigin }: Settings, url: string, signal: AbortSignal): Promise<void> {
  const args = ["node_modules/next/dist/bin/next", "dev", "-p", String(port), ...(host ? ["-H", host] : [])];
  const env = { ...process.env, DATABASE_URL: url, SITE_ORIGIN: siteOrigin, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, args, { env, stdio: "inherit" });
  signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  if (signal.aborted) child.kill("SIGTERM");
  return new Promise((resolve) => child.on("close", () => resolve()));
}
