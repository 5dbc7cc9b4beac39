// The one process behind `npm start` and its relatives: everything else is a child of this
// one and stopped by it.
// Plain JavaScript: it runs before node_modules exist, and must still *parse* on an old
// Node to be able to say that it is old.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { takeLock } from "./lock.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const stampFile = "node_modules/.installed-from";

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function checkNode() {
  const parts = process.versions.node.split(".").map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`This needs Node 20.19 or newer, and this is Node ${process.versions.node}: install a current one from https://nodejs.org.`);
}

async function checkSpace() {
  const { statfs } = await import("node:fs/promises");
  const space = await statfs(".");
  const free = space.bavail * space.bsize;
  if (free > 1e9) return;
  fail(`A first start needs about 1 GB of free disk space, and there are ${Math.round(free / 1e6)} MB: make room and start again.`);
}

/** Runs a child and answers its exit code; a wish to stop is passed on to it.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").StdioOptions} stdio
 * @param {(text: string) => void} [onText]
 * @returns {Promise<number>}
 */
function runChild(program, args, stdio, onText) {
  return new Promise((done, broken) => {
    // On Windows npm is a .cmd, which only a shell can start.
    const child = spawn(program, args, { stdio, shell: process.platform === "win32" && program === "npm" });
    child.stderr?.on("data", (data) => onText?.(String(data)));
    child.stdout?.on("data", (data) => onText?.(String(data)));
    let stopped = false;
    const stop = () => {
      stopped = true;
      child.kill("SIGTERM");
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
    child.on("error", broken);
    child.on("close", (code) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stop);
      if (stopped) process.exit(0);
      done(code ?? 1);
    });
  });
}

async function install() {
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === lock) return;
  if (installedMatches()) return writeFileSync(stampFile, lock);
  await checkSpace();
  const began = Date.now();
  console.log("[1/7] Packages: installing, this takes a minute or two …");
  let text = "";
  // --include=dev: with NODE_ENV=production the packages that build the pages would be left out.
  const code = await runChild("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], ["ignore", "pipe", "pipe"], (more) => {
    text = (text + more).slice(-20_000);
  });
  if (code !== 0) fail(installProblem(text));
  writeFileSync(stampFile, lock);
  console.log(`[1/7] Packages: installed (${Math.round((Date.now() - began) / 1000)} s)`);
}

/** Somebody ran `npm ci` or `npm install` by hand: npm's own record says whether it fits. */
function installedMatches() {
  try {
    const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const there = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    return Object.keys(wanted).every(
      (path) => path === "" || (there[path] ? there[path].version === wanted[path].version : wanted[path].optional === true),
    );
  } catch {
    return false;
  }
}

/** @param {string} text */
function installProblem(text) {
  if (/ENOSPC|no space left/i.test(text)) return "The disk is full: the packages could not be installed. Make room and start again.";
  if (/EUSAGE/.test(text)) return "The packages could not be installed: package.json and package-lock.json do not fit each other. Run npm install, and start again.";
  if (/EACCES|EPERM|EROFS/.test(text)) return `The packages could not be installed: this account may not write to ${resolve("node_modules")}.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network/i.test(text))
    return "The packages could not be fetched: the npm registry was not reached. Check the network and start again.";
  const why = text.split("\n").filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log|A complete/.test(line));
  return `The packages could not be installed: ${why.slice(0, 3).join(" ").replace(/npm (error|ERR!)/g, "").trim() || "npm ci failed"}.`;
}

async function start() {
  const taken = takeLock(resolve(process.env.DATA_DIR || ".data"));
  if ("heldBy" in taken)
    fail(`The guide is already running from this folder (process ${taken.heldBy}): stop that one first, or give this one its own DATA_DIR and PORT.`);
  process.on("exit", taken.release);
  await install();
  // Preparing needs the schema engine, TypeScript and the rest: 150 MB that would stay with
  // us for as long as the site runs. So it happens in a process that ends.
  const code = await runChild(
    process.execPath,
    ["--import", "tsx", join("server", "prepare.ts")],
    ["inherit", "inherit", "inherit", "ipc"],
  );
  if (code !== 0) process.exit(code);
  const dist = resolve(process.env.NEXT_DIST_DIR || ".next");
  const { supervise } = await import(pathToFileURL(join(dist, "processes", "server", "supervisor.js")).href);
  await supervise();
}

/** @param {string} command @param {string[]} args */
async function other(command, args) {
  await install();
  const { register } = await import("tsx/esm/api");
  register();
  const { runCommand } = await import("./commands.ts");
  await runCommand(command, args);
}

/** `npm start` runs us through a shell, and neither passes SIGTERM on: when the one above is gone, so are we. */
function followNpm() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 300);
  timer.unref();
}

checkNode();
if (process.env.npm_lifecycle_event) followNpm();
process.chdir(dirname(here));
if (existsSync(".env")) process.loadEnvFile(".env");
try {
  const [command = "start", ...args] = process.argv.slice(2);
  await (command === "start" ? start() : other(command, args));
} catch (error) {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOSPC") fail("The disk is full: make room and start again. Nothing was lost.");
  if (code === "EACCES" || code === "EROFS") fail(`This account may not write here: ${error instanceof Error ? error.message : code}.`);
  throw error;
}
