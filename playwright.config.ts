import { defineConfig } from "playwright/test";
import { chromiumArguments, findChromium } from "./e2e/chromium.mjs";

const ofStaff = ["staff*.spec.ts", "corrections.spec.ts", "hostileTexts.spec.ts"];

// One built guide for all, started by e2e/guide.ts on a port of its own; the processes' tests start more of them.
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/guide.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  outputDir: "test-results",
  reporter: process.stdout.isTTY ? "line" : "dot",
  use: {
    baseURL: process.env.GUIDE_ORIGIN,
    trace: "off",
    // Nobody waits here for a page to fade in, and Chromium complains of a fade that the next page cuts short.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? (await findChromium()) ?? undefined,
      // One process draws all windows: a worker has one at a time, and starting processes is what takes longest.
      args: [...chromiumArguments, "--process-per-site", "--renderer-process-limit=1", "--in-process-gpu"],
    },
  },
  // Stopping and starting takes longest: it goes first. Staff change what residents see: they come last.
  projects: [
    { name: "processes", testMatch: "processes.spec.ts" },
    { name: "guide", testIgnore: ["processes.spec.ts", ...ofStaff] },
    { name: "staff", testMatch: ofStaff, dependencies: ["processes", "guide"] },
  ],
});
