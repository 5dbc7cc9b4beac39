import { spawn } from "node:child_process";
import { addStaff } from "./addStaff.ts";
import { backup } from "./backup.ts";
import { backupSecret } from "./backupSecret.ts";
import { build } from "./build.ts";
import { callPress } from "./callPress.ts";
import { openDatabase, type Database } from "./database.ts";
import { studioEnvironment } from "./environment.ts";
import { settleDemonstration } from "./demonstrationStaff.ts";
import { Failure, report } from "./failure.ts";
import { tryPort } from "./freePort.ts";
import { generateClient } from "./generate.ts";
import { addressForLinks } from "./knownAddress.ts";
import { markRolledBack } from "./migrate.ts";
import { writeMigration } from "./newMigration.ts";
import { restore } from "./restore.ts";
import { isEmpty, seed } from "./seed.ts";
import { readSettings, type Settings } from "./settings.ts";
import { stopSignal } from "./stopping.ts";
import { makeTables } from "./tables.ts";
import { verifyAudit } from "./verifyAudit.ts";

type Work = (settings: Settings, database: Database, args: string[], signal: AbortSignal) => Promise<void>;

const commands: Record<string, Work> = {
  async dev(settings, database, _args, signal) {
    if ((await tryPort(settings.port, settings.host)) === null)
      throw new Failure(`Port ${settings.port} is taken by another program: stop that one, or choose another with PORT=3001 npm run dev.`);
    await ready(database, signal);
    const env = studioEnvironment(settings, database.studioUrl);
    const ended = new AbortController();
    const press = callPress(() => env, AbortSignal.any([signal, ended.signal]));
    await runDev(settings, env, signal);
    ended.abort();
    await press;
  },
  async build(settings, database, _args, signal) {
    await ready(database, signal);
    if (signal.aborted) return;
    console.log("Building the pages …");
    await build(settings, database.studioUrl, signal);
    if (!signal.aborted) console.log(`Built into ${settings.distDir}. A site that is running serves it after a restart.`);
  },
  async migrate(_settings, database, args) {
    const [flag, name] = args;
    if (flag === "--rolled-back" && name) await markRolledBack(database.url, name);
    else if (flag) throw new Failure(`The command migrate does not know "${args.join(" ")}".`);
    const names = await makeTables(database, console.log);
    console.log(names.length > 0 ? `Applied: ${names.join(", ")}` : "Nothing to migrate.");
  },
  async migration(_settings, database, args) {
    const file = await writeMigration(database.url, args.join(" "));
    console.log(file ? `Wrote ${file}: read it, then npm run db:migrate.` : "Nothing to do: the migrations already make what prisma/schema.prisma says.");
  },
  async "staff:add"(settings, database, args, signal) {
    await generateClient(signal);
    await makeTables(database, console.log);
    const { siteOrigin, adminOrigin } = await addressForLinks(settings);
    Object.assign(process.env, { SITE_ORIGIN: siteOrigin, ADMIN_ORIGIN: adminOrigin ?? "" });
    await addStaff(database.url, args);
  },
  async seed(_settings, database, _args, signal) {
    await generateClient(signal);
    await makeTables(database, console.log);
    await seed(database.url, console.log, signal);
  },
  async "audit:verify"({ dataDir }, database) {
    console.log(await verifyAudit(dataDir, database.url));
  },
  async backup({ dataDir }, database, [wish]) {
    const { secret, file: key, made } = await backupSecret(dataDir, true);
    const { file, tables, rows } = await backup(dataDir, database.url, secret, wish);
    console.log(`Written and read again: ${file} (${rows} rows of ${tables} tables, encrypted).`);
    if (key) console.log(`${made ? "Its key was made: " : "It opens with "}${key}. Keep a copy of the key somewhere else, and not beside the backup: without it nobody can open it.`);
  },
  async restore({ dataDir }, database, [file]) {
    if (!file) throw new Failure("Name the backup: npm run restore -- guide.backup");
    const { secret } = await backupSecret(dataDir, false);
    const { takenAt, tables, rows, putAside } = await restore(dataDir, database.url, secret, file);
    await makeTables(database, console.log);
    console.log(`Restored ${rows} rows of ${tables} tables, as they were at ${takenAt}. Everybody signs in again.`);
    if (putAside) console.log(`The note of the audit log's end belongs to the database that was there before: it is now ${putAside}.`);
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

async function ready(database: Database, signal: AbortSignal): Promise<void> {
  await generateClient(signal);
  await makeTables(database, console.log);
  if (!signal.aborted && (await isEmpty(database.url))) await seed(database.url, console.log, signal);
  await sayWhat(settleDemonstration(database.url, signal));
}

async function sayWhat(remark: Promise<string | null>): Promise<void> {
  const said = await remark;
  if (said) console.log(said);
}

function runDev(settings: Settings, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const args = ["node_modules/next/dist/bin/next", "dev", "-p", String(settings.port), ...(settings.host ? ["-H", settings.host] : [])];
  const child = spawn(process.execPath, args, { env, stdio: "inherit" });
  signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  if (signal.aborted) child.kill("SIGTERM");
  return new Promise((resolve) => child.on("close", () => resolve()));
}
