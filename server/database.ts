import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answers, ask, checkDatabase } from "./databaseCheck.ts";
import { makeCluster, passwordOf, role, studioPasswordOf } from "./databaseCluster.ts";
import { findPlace, type Place } from "./databasePlace.ts";
import { killServer, lastWords, runningServer, spawnServer, stopServer } from "./databaseServer.ts";
import { joinUsers, leaveUsers } from "./databaseUsers.ts";
import { codeOf, Failure } from "./failure.ts";
import { freePort } from "./freePort.ts";
import { takeLock } from "./lock.mjs";
import type { Settings } from "./settings.ts";
import { makeStudioLogin, studioRole, type Logins } from "./studioLogin.ts";

export type Database = Logins & {
  /** Undefined where DATABASE_URL names a server of somebody else. */
  place: Place | undefined;
  /** Gives it back: the embedded server stops when nobody else uses it. */
  close: () => Promise<void>;
};

/** The database that DATABASE_URL names, or the embedded one, started if need be. */
export async function openDatabase(settings: Settings, owner = process.pid): Promise<Database> {
  const studioUrl = process.env.DATABASE_URL;
  const url = process.env.DATABASE_OWNER_URL || studioUrl;
  if (url && !studioUrl) throw new Failure("DATABASE_OWNER_URL is set, and DATABASE_URL is not: name the login of the studio in DATABASE_URL, or put the owner's there.");
  if (url && studioUrl) {
    await checkDatabase("DATABASE_URL", studioUrl);
    if (url !== studioUrl) await checkDatabase("DATABASE_OWNER_URL", url);
    return { url, studioUrl, place: undefined, close: async () => {} };
  }
  const place = await findPlace(settings.dataDir);
  const close = () =>
    oneAtATime(place, async () => {
      if (await leaveUsers(place.notes, owner)) await stopServer(place);
    });
  try {
    const logins = await oneAtATime(place, async () => {
      await joinUsers(place.notes, owner);
      return startEmbedded(place);
    });
    return { ...logins, place, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Brings the embedded server back after it ended; answers its addresses. */
export function restartDatabase(place: Place): Promise<Logins> {
  return oneAtATime(place, () => startEmbedded(place));
}

// Two commands may want the database in the same moment, or one while the other gives it back.
async function oneAtATime<Result>(place: Place, work: () => Promise<Result>): Promise<Result> {
  for (const until = Date.now() + 90_000; ; await sleep(50)) {
    const taken = takeLock(place.notes, "postgres-lock.json");
    if ("release" in taken) return work().finally(taken.release);
    if (Date.now() > until) throw new Failure(`Process ${taken.heldBy} has been starting or stopping the database for more than a minute: end it, and start again.`);
  }
}

/** Starts the embedded server, or takes over the one that a crash left behind; answers its addresses. */
async function startEmbedded(place: Place): Promise<Logins> {
  await makeCluster(place);
  const password = await passwordOf(place);
  const urlAt = (port: number, name: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${name}`;
  const orphan = await runningServer(place);
  if (orphan) {
    if (orphan.port > 0 && (await answersWithin(urlAt(orphan.port, "postgres"), 5_000))) return withDatabase(place, urlAt, orphan.port);
    await killServer(orphan.pid);
  }
  const port = await start(place, (port) => urlAt(port, "postgres"));
  return withDatabase(place, urlAt, port);
}

async function answersWithin(url: string, milliseconds: number): Promise<boolean> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await sleep(100)) if (await answers(url, 2_000)) return true;
  return false;
}

async function start(place: Place, urlAt: (port: number) => string): Promise<number> {
  // The same port as last time where it is free: then a database that comes back after a
  // crash is found again by everybody who knows its address.
  const file = join(place.notes, "postgres-port");
  const wish = Number(await readFile(file, "utf8").catch(() => "0")) || 0;
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt < 5 ? wish : 0);
    const { ended } = await spawnServer(place, port);
    // Recovery after a crash may take its time; an end does not.
    for (const until = Date.now() + 60_000; !ended() && Date.now() < until; await sleep(30))
      if (await answers(urlAt(port), 2_000)) {
        await writeFile(file, String(port));
        return port;
      }
    const words = await lastWords(place);
    // After kill -9 the old server's children need a moment to notice.
    if (attempt < 10 && /still in use|already in use|already exists/i.test(words)) await sleep(500);
    else throw new Failure(startProblem(place, words));
  }
}

function startProblem(place: Place, words: string): string {
  if (/no space left/i.test(words)) return "The disk is full: the database could not start. Make room and start again. Nothing was lost.";
  return `The database in ${place.data} could not start: ${words || "it said nothing"}. Its log is ${join(place.notes, "postgres.log")}.`;
}

async function withDatabase(place: Place, urlAt: (port: number, name: string) => string, port: number): Promise<Logins> {
  const rows = await ask(urlAt(port, "postgres"), `SELECT 1 FROM pg_database WHERE datname = '${role}'`);
  if (rows.length === 0)
    await ask(urlAt(port, "postgres"), `CREATE DATABASE ${role}`, 20_000).catch((error: unknown) => {
      if (codeOf(error) !== "42P04") throw error; // another command was quicker
    });
  const url = urlAt(port, role);
  const password = await studioPasswordOf(place);
  const studioUrl = `postgresql://${studioRole}:${password}@127.0.0.1:${port}/${role}`;
  if (!(await answers(studioUrl, 2_000))) await makeStudioLogin(url, password);
  return { url, studioUrl };
}
