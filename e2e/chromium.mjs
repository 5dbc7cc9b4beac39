// Finds a Chromium that starts, or fetches one. Plain JavaScript: e2e/run.mjs needs it.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// The shell draws the same pages without the windows around them: half the time.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/** How every Chromium of ours is started: it asks nobody on the network for anything. Its sandbox refuses root. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** @param {string} program @param {string[]} args */
const runs = (program, args) => spawnSync(program, args, { stdio: "inherit" }).status === 0;

/**
 * A browser that really starts: some distributions' `chromium-browser` only says where to get one.
 * @returns {Promise<string | null>} its path
 */
export async function findChromium() {
  const { chromium } = await import("playwright");
  for (const path of [...onPath(), chromium.executablePath()]) {
    if (!existsSync(path)) continue;
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({ executablePath: path, args, timeout: 30_000 }).catch(() => null);
    await browser?.close();
    if (browser) return path;
  }
  return null;
}

/** Finds one, else fetches Playwright's, else installs the system's where that is possible.
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>}
 */
export async function fetchChromium(say) {
  const found = await findChromium();
  if (found) return found;
  say("No Chromium on this machine: fetching Playwright's …");
  runs(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
  const fetched = await findChromium();
  if (fetched) return fetched;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  say("That did not give one that starts: installing Debian's with apt-get …");
  if (!runs("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"])) {
    runs("apt-get", ["update"]);
    runs("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  return findChromium();
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)).filter(isProgram).slice(0, 1));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
