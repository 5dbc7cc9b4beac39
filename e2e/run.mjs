// `npm test`: everything that has to hold, one part after the other, and one line at the end that counts it.
// `npm test e2e` runs that part alone. Plain JavaScript: it runs before node_modules exist.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));
const results = "test-results";
const node = process.execPath;
/** @typedef {{ passed: number, failed: number }} Count */

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
let stopped = false;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => {
    stopped = true;
    // Ctrl-C reaches the child by itself. Vitest and Playwright clean up after SIGINT only.
    if (signal === "SIGTERM" || !process.stdin.isTTY) for (const child of running) child.kill("SIGINT");
  });

/** @param {string} program @param {string[]} args @param {Record<string, string>} [env] @returns {Promise<boolean>} */
function run(program, args, env = {}) {
  return new Promise((done) => {
    // On Windows npm is a .cmd, which only a shell can start.
    const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, ...env }, shell: process.platform === "win32" && program === "npm" });
    running.add(child);
    child.on("error", () => done(false));
    child.on("close", (code) => {
      running.delete(child);
      done(code === 0 && !stopped);
    });
  });
}

/** @param {boolean} ok @returns {Count} */
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** Without what npm would generate first: prepare() has, and two at once would be in each other's way.
 * @param {string} name
 */
const script = (name) => run("npm", ["run", "--silent", "--ignore-scripts", name]);

/** Counts what a reporter wrote; a run that ended badly without naming a failure is one.
 * @param {string} file @param {boolean} ok @param {(report: any) => Count} count @returns {Count}
 */
function read(file, ok, count) {
  /** @type {Count} */
  let counted;
  try {
    counted = count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return one(false);
  }
  return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

const parts = {
  // At once: each has long stretches on one core.
  code: async () => {
    const ended = await Promise.all([script("lint"), script("typecheck")]);
    return { passed: ended.filter((ok) => ok).length, failed: ended.filter((ok) => !ok).length };
  },
  unit: async () => {
    const file = join(results, "unit.json");
    const ok = await run(node, ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
    return read(file, ok, ({ numPassedTests, numTotalTests, testResults }) => {
      // A file that could not be loaded has no tests that could fail.
      const broken = testResults.filter((/** @type {any} */ suite) => suite.status === "failed" && suite.assertionResults.length === 0).length;
      return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken };
    });
  },
  e2e: async () => {
    const { fetchChromium } = await import("./chromium.mjs");
    const chromium = await fetchChromium((line) => console.log(line));
    if (!chromium) {
      console.log("No Chromium that starts was found or could be fetched: install one (Debian: apt-get install chromium), or run npx playwright install --with-deps chromium.");
      return one(false);
    }
    console.log(`Chromium: ${chromium}`);
    const file = join(results, "e2e.json");
    const reporter = process.stdout.isTTY ? "line" : "dot";
    const ok = await run(node, ["node_modules/playwright/cli.js", "test", `--reporter=${reporter},json`], { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CHROMIUM: chromium });
    return read(file, ok, ({ stats: { expected, unexpected, flaky, skipped }, errors }) => ({ passed: expected, failed: unexpected + flaky + skipped + errors.length }));
  },
};

/** Installs the packages as `npm start` does, looks whether a database can be had, and generates what lint and types look into. */
const prepare = async () =>
  (await run(node, ["server/start.mjs", "migrate"], { DATA_DIR: ".data/unit", DATABASE_URL: "" })) &&
  (await run(node, ["node_modules/prisma/build/index.js", "generate"])) &&
  run(node, ["node_modules/next/dist/bin/next", "typegen"]);

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in parts));
if (unknown) {
  console.error(`There is no part "${unknown}": ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
/** @type {Count} */
const total = { passed: 0, failed: 0 };
const began = Date.now();
const say = (/** @type {string} */ text) => console.log(`\n== ${text} (${Math.round((Date.now() - began) / 1000)} s)`);
say("packages");
if (!(await prepare())) {
  console.log("The packages or the database are not there: nothing can be tested.");
  total.failed = 1;
} else {
  for (const [name, part] of Object.entries(parts)) {
    if (stopped || (chosen.length > 0 && !chosen.includes(name))) continue;
    say(name);
    // Playwright empties the folder that it writes to: each part begins with an empty one.
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results);
    const { passed, failed } = await part();
    if (failed > 0) console.log(`${name}: ${failed} failed`);
    total.passed += passed;
    total.failed += failed;
  }
}
say("done");
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || stopped ? 1 : 0;
