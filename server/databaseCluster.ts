import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Account } from "./databaseAccount.ts";
import type { Place } from "./databasePlace.ts";
import { Failure } from "./failure.ts";

/** The role that owns everything in the embedded database. */
export const role = "guide";

/** The password of the embedded database: random, made once, readable by its owner only. */
export async function passwordOf(place: Place): Promise<string> {
  const file = join(place.notes, "postgres-password");
  const known = await readFile(file, "utf8").catch(() => "");
  if (known) return known.trim();
  if (await stat(place.data).catch(() => null))
    throw new Failure(`${file} is missing, and the database in ${place.data} opens only with it: bring that file back from the backup.`);
  const password = randomBytes(24).toString("hex");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** The password of the studio's login. A lost one is made anew: the owner can. */
export async function studioPasswordOf(place: Place): Promise<string> {
  const file = join(place.notes, "postgres-studio-password");
  const known = (await readFile(file, "utf8").catch(() => "")).trim();
  if (known) return known;
  const password = randomBytes(24).toString("hex");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** Makes the database folder, unless it is there. */
export async function makeCluster(place: Place): Promise<void> {
  const parent = dirname(place.data);
  await clearHalves(place);
  if (await stat(join(place.data, "PG_VERSION")).catch(() => null)) return;
  const password = await passwordOf(place);
  // Into a folder beside it, renamed when whole: a crash half-way leaves nothing half done.
  const half = join(parent, `${basename(place.data)}.new-${process.pid}`);
  await mkdir(half, { mode: 0o700 });
  if (place.account) await chown(half, place.account.uid, place.account.gid);
  await initialise(place, half, password);
  await rename(half, place.data);
}

async function clearHalves(place: Place): Promise<void> {
  const parent = dirname(place.data);
  for (const name of await readdir(parent).catch(() => []))
    if (name.startsWith(`${basename(place.data)}.new-`)) await rm(join(parent, name), { recursive: true, force: true });
}

/** The environment of the PostgreSQL programs: none of our secrets, none of the machine's language. */
export const plainEnvironment: NodeJS.ProcessEnv = { NODE_ENV: "production", PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };

async function initialise(place: Place, folder: string, password: string): Promise<void> {
  // initdb reads the password as the account that it runs as, so our own file will not do.
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
  // Without a locale of its own initdb takes the machine's, and makes SQL_ASCII where there is none.
  const locale = process.platform === "linux" ? ["--locale=C.UTF-8"] : ["--locale=C", "--builtin-locale=C.UTF-8"];
  const args = ["-D", folder, "-U", role, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale-provider=builtin", ...locale, "--no-instructions"];
  const { code, text } = await run(join(place.binaries.folder, "bin", "initdb"), args, place.account);
  await rm(passwordFile, { force: true });
  if (code === 0) return;
  await rm(folder, { recursive: true, force: true });
  if (/no space left/i.test(text)) throw new Failure("The disk is full: the database could not be made. Make room and start again.");
  const why = text.split("\n").find((line) => /error|fatal/i.test(line)) ?? `initdb ended with ${code}`;
  throw new Failure(`The database could not be made: ${why.trim()}`);
}

function run(program: string, args: string[], account: Account | undefined): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: "/", env: plainEnvironment, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (text += String(data)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, text }));
  });
}
