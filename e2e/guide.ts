import { spawn } from "node:child_process";
import { removeData } from "./dataFolder.ts";
import { openDatabase } from "../server/database.ts";
import { freePort } from "../server/freePort.ts";
import { readSettings } from "../server/settings.ts";

/** The embedded database that the guide has started. */
async function addressOfDatabase(dataDir: string): Promise<string> {
  const database = await openDatabase(readSettings({ ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" }));
  await database.close();
  return database.url;
}

/**
 * Starts the guide that the tests read, as `npm start` does, with a database of its own and demonstration staff, and
 * stops it after them. Tests that look into its database find it at GUIDE_DATABASE_URL.
 * GUIDE_ORIGIN names one that runs already.
 */
export default async function startGuide(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.GUIDE_ORIGIN) return;
  // Never somebody's own server.
  delete process.env.DATABASE_URL;
  const dataDir = ".data/test";
  removeData(dataDir);
  const port = await freePort();
  process.env.NEXT_DIST_DIR ??= ".next-test";
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "", SITE_ORIGIN: "", HOST: "", DEMO: "1", TRUST_PROXY: "1" };
  const child = spawn(process.execPath, ["server/start.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  let output = "";
  const ready = new Promise<boolean>((done) => {
    child.stdout.on("data", (data) => {
      output += String(data);
      if (output.includes("Ready: ")) done(true);
    });
    void ended.then(() => done(false));
  });
  if (!(await ready)) throw new Error(`The guide did not start:\n${output}`);
  process.env.GUIDE_ORIGIN = `http://localhost:${port}`;
  process.env.GUIDE_DATABASE_URL = await addressOfDatabase(dataDir);
  return async () => {
    child.kill("SIGTERM");
    const code = await ended;
    if (code !== 0) throw new Error(`The guide did not stop cleanly (code ${code}):\n${output}`);
  };
}
