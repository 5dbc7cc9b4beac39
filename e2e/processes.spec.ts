// The processes as an operator meets them: started, stopped, killed, hung, started again.
// No browser: `npm start` of this checkout with a data folder and ports of its own.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "playwright/test";
import { freePort } from "../server/freePort.ts";
import { startedAt } from "../server/lock.mjs";

const dist = process.env.NEXT_DIST_DIR || ".next";
const isRoot = process.getuid?.() === 0;

type Guide = { child: ChildProcess; pid: number; origin: string; output: () => string; ended: Promise<number | null> };
type Options = { dataDir: string; port?: number; env?: Record<string, string>; npm?: boolean; cwd?: string; uid?: number; gid?: number };

const running = new Set<Guide>();

async function launch({ dataDir, port, env, npm, ...rest }: Options): Promise<Guide> {
  const at = port ?? (await freePort());
  const all = { ...process.env, DATABASE_URL: "", SITE_ORIGIN: "", HOST: "", ...env, DATA_DIR: dataDir, NEXT_DIST_DIR: dist, PORT: String(at) };
  const [program, args] = npm ? ["npm", ["start"]] : [process.execPath, [join(rest.cwd ?? ".", "server/start.mjs")]];
  const child = spawn(program, args, { ...rest, env: all, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (text += String(data)));
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const guide = { child, pid: child.pid ?? 0, origin: `http://127.0.0.1:${at}`, output: () => text, ended };
  running.add(guide);
  void ended.then(() => running.delete(guide));
  return guide;
}

async function start(options: Options): Promise<Guide> {
  const guide = await launch(options);
  const ready = (async () => {
    while (!guide.output().includes("Ready: ")) await sleep(20);
    return true;
  })();
  const ok = await Promise.race([ready, guide.ended.then(() => false)]);
  expect(ok, guide.output()).toBe(true);
  return guide;
}

async function stop(guide: Guide, signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
  process.kill(guide.pid, signal);
  return guide.ended;
}

/** Asks like a phone; what it got, and after how long. */
async function read(guide: Guide, path: string) {
  const began = Date.now();
  const response = await fetch(guide.origin + path, { headers: { accept: "text/html" }, signal: AbortSignal.timeout(8000) });
  return { status: response.status, text: await response.text(), took: Date.now() - began, headers: response.headers };
}

async function recovers(guide: Guide, path: string): Promise<void> {
  await expect.poll(async () => (await read(guide, path)).status, { timeout: 25_000, intervals: [200] }).toBe(200);
}

/** A busy second passes; then the page says in Spanish that the guide is away. */
async function expectAway(guide: Guide): Promise<string> {
  const page = await read(guide, "/es");
  expect(page.took).toBeLessThan(5000);
  expect(page.status).toBe(503);
  expect(page.text).toMatch(/<html[^>]* lang="es"/);
  expect(page.text).not.toContain("<script");
  expect(page.headers.get("retry-after")).not.toBeNull();
  return page.text;
}

const postmasterOf = (data: string) => Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);

function childrenOf(pid: number): { pid: number; command: string }[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, child, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === pid ? [{ pid: Number(child), command: command ?? "" }] : [];
  });
}

const studioOf = (guide: Guide) => childrenOf(guide.pid).find(({ command }) => !command.includes("site.js"))?.pid ?? 0;

/** Everything that belongs to a running guide. */
function familyOf(guide: Guide, data: string): number[] {
  const database = postmasterOf(data);
  return [guide.pid, database, ...[guide.pid, database].flatMap((pid) => childrenOf(pid).map((child) => child.pid))];
}

async function expectGone(pids: number[]): Promise<void> {
  expect(pids.length).toBeGreaterThan(4);
  await expect.poll(() => pids.filter((pid) => startedAt(pid) !== null), { timeout: 10_000 }).toEqual([]);
}

function query(data: string, sql: string): Promise<pg.QueryResult> {
  const password = readFileSync(join(data, "postgres-password"), "utf8");
  const port = readFileSync(join(data, "postgres-port"), "utf8");
  const client = new pg.Client({ connectionString: `postgresql://guide:${password}@127.0.0.1:${port}/guide` });
  return client.connect().then(() => client.query(sql).finally(() => client.end()));
}

test.describe.configure({ mode: "serial", timeout: 60_000 });

// One folder for most: what a test leaves behind is what the next one must live with.
let folder = "";
let data = "";
test.beforeAll(async () => {
  test.setTimeout(300_000); // builds, where nobody has built yet
  folder = mkdtempSync(join(tmpdir(), "guide-processes-"));
  chmodSync(folder, 0o755);
  data = join(folder, "data");
  const guide = await start({ dataDir: data });
  await stop(guide);
});
// A test that failed must not leave its guide to the next one.
test.afterEach(async () => {
  await Promise.all([...running].map((guide) => stop(guide)));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a second start finds everything made, and SIGINT leaves no process behind", async () => {
  const guide = await start({ dataDir: data });
  expect(guide.output()).toContain("Pages: up to date");
  expect((await read(guide, "/en")).status).toBe(200);
  const family = familyOf(guide, join(data, "postgres"));
  expect(await stop(guide, "SIGINT")).toBe(0);
  await expectGone(family);
});

test("a SIGTERM to npm ends it all too", async () => {
  const npm = await start({ dataDir: data, npm: true });
  const database = postmasterOf(join(data, "postgres"));
  const lock: { pid: number } = JSON.parse(readFileSync(join(data, "lock.json"), "utf8"));
  const family = [lock.pid, database, ...[lock.pid, database].flatMap((pid) => childrenOf(pid).map((child) => child.pid))];
  await stop(npm);
  await expectGone(family);
});

test("after kill -9 nothing lingers but the database; the next start takes that over, and one more in the same folder is refused", async () => {
  const first = await start({ dataDir: data });
  const children = childrenOf(first.pid).map((child) => child.pid);
  const database = postmasterOf(join(data, "postgres"));
  await stop(first, "SIGKILL");
  await expect.poll(() => children.filter((pid) => startedAt(pid) !== null), { timeout: 5000 }).toEqual([]);
  const second = await start({ dataDir: data });
  expect(postmasterOf(join(data, "postgres"))).toBe(database);
  const third = await launch({ dataDir: data });
  expect(await third.ended).not.toBe(0);
  expect(third.output().trim().split("\n")).toEqual([expect.stringContaining(`already running from this folder (process ${second.pid})`)]);
  expect((await read(second, "/en")).status).toBe(200);
  const family = familyOf(second, join(data, "postgres"));
  await stop(second);
  await expectGone(family);
});

test("a port that is taken is named", async () => {
  const port = await freePort();
  const other = createServer().listen(port);
  const guide = await launch({ dataDir: data, port });
  expect(await guide.ended).not.toBe(0);
  expect(guide.output().trim().split("\n")).toEqual([expect.stringContaining(`Port ${port} is taken`)]);
  other.close();
});

test("a database that is not reached is named, without its password", async () => {
  const nobody = await freePort();
  const guide = await launch({ dataDir: join(folder, "other"), env: { DATABASE_URL: `postgresql://me:secret@127.0.0.1:${nobody}/guide` } });
  expect(await guide.ended).not.toBe(0);
  expect(guide.output()).toContain(`nothing listens on 127.0.0.1:${nobody}`);
  expect(guide.output()).not.toContain("secret");
});

test("a migration that stopped half-way is named, and nothing is started", async () => {
  const first = await start({ dataDir: data });
  await query(join(data), `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ('half', 'x', '20990101000000_half', now())`);
  await stop(first);
  const second = await launch({ dataDir: data });
  expect(await second.ended).not.toBe(0);
  expect(second.output()).toContain("20990101000000_half stopped half-way");
  expect(second.output()).not.toMatch(/^\s+at /m);
  const command = (args: string[]) =>
    spawnSync(process.execPath, ["server/start.mjs", "migrate", ...args], { env: { ...process.env, DATA_DIR: data, DATABASE_URL: "" }, encoding: "utf8" });
  expect(command([]).status).toBe(1);
  expect(existsSync(join(data, "postgres", "postmaster.pid"))).toBe(false);
  // The way out that the sentence names. The row stays, marked; this migration was never in the code.
  expect(command(["--rolled-back", "20990101000000_half"]).stderr).not.toContain("stopped half-way");
  const third = await start({ dataDir: data });
  await query(data, "DELETE FROM _prisma_migrations WHERE id = 'half'");
  await stop(third);
});

test("the studio or the database, killed or hung: an honest page within 5 s, and back by itself", async () => {
  test.setTimeout(120_000);
  const guide = await start({ dataDir: data });
  const { rows } = await query(data, `SELECT number FROM "Phone" JOIN "Organization" ON "organizationId" = "Organization".id WHERE kind = 'hotline' ORDER BY "Organization".position LIMIT 1`);
  const link = `tel:${(rows as { number: string }[])[0]!.number}`;
  process.kill(studioOf(guide), "SIGKILL");
  expect(await expectAway(guide)).toContain(link);
  await recovers(guide, "/es");
  // As hiding does; any form of staff tells the site to look.
  await query(data, `UPDATE "Organization" SET hidden = true WHERE kind = 'hotline'`);
  await fetch(`${guide.origin}/admin/sign-in`, { method: "POST", body: new FormData(), headers: { origin: guide.origin } });
  await expect.poll(() => readFileSync(join(data, "problem/es/503.html"), "utf8"), { timeout: 5_000 }).not.toContain(link);
  process.kill(studioOf(guide), "SIGSTOP");
  expect(await expectAway(guide)).not.toContain("tel:");
  await recovers(guide, "/es");
  const postmaster = postmasterOf(join(data, "postgres"));
  const server = [postmaster, ...childrenOf(postmaster).map((child) => child.pid)];
  for (const pid of server) process.kill(pid, "SIGSTOP");
  await expectAway(guide);
  await recovers(guide, "/es");
  for (const pid of server) expect(startedAt(pid)).toBeNull();
  process.kill(postmasterOf(join(data, "postgres")), "SIGKILL");
  await recovers(guide, "/es");
  const family = familyOf(guide, join(data, "postgres"));
  expect(await stop(guide)).toBe(0);
  await expectGone(family);
});

if (isRoot) {
  test("as root, in a folder that others cannot read", async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const dataDir = join(closed, "data");
    const guide = await start({ dataDir });
    const elsewhere = readFileSync(join(dataDir, "postgres-place"), "utf8");
    expect(guide.output()).toContain(elsewhere);
    expect((await read(guide, "/en")).status).toBe(200);
    const family = familyOf(guide, elsewhere);
    await stop(guide);
    await expectGone(family);
    rmSync(resolve(elsewhere, ".."), { recursive: true });
  });

  test("as an ordinary user, in a folder that others cannot read", async () => {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout)) as [number, number];
    const home = join(folder, "home");
    mkdirSync(home, { mode: 0o700 });
    // Hard links are quick, and enough: nothing in there is written.
    const linked = spawnSync("cp", ["-al", "node_modules", home]).status === 0;
    if (!linked) cpSync("node_modules", join(home, "node_modules"), { recursive: true, verbatimSymlinks: true });
    const keep = readdirSync(".").filter((name) => !["node_modules", "test-results", ".git", ".data"].includes(name) && (!name.startsWith(".next") || name === dist));
    for (const name of keep) cpSync(name, join(home, name), { recursive: true });
    for (const path of keep.map((name) => join(home, name))) spawnSync("chown", ["-R", "-h", `${uid}:${gid}`, path]);
    chownSync(home, uid, gid);
    const guide = await start({ dataDir: join(home, ".data"), cwd: home, uid, gid, env: { HOME: home } });
    expect((await read(guide, "/en")).status).toBe(200);
    expect(guide.output()).toContain("Pages: up to date");
    const family = familyOf(guide, join(home, ".data", "postgres"));
    await stop(guide);
    await expectGone(family);
  });
} else {
  test("in a folder that others cannot read", async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const guide = await start({ dataDir: join(closed, "data") });
    expect((await read(guide, "/en")).status).toBe(200);
    await stop(guide);
  });
}
