import { spawn } from "node:child_process";
import { removeData } from "./dataFolder.ts";
import { freePort } from "../server/freePort.ts";

/**
 * Starts the guide that the tests read, as `npm start` does, with a database of its own, and stops it after them.
 * GUIDE_ORIGIN names one that runs already.
 */
export default async function startGuide(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.GUIDE_ORIGIN) return;
  const dataDir = ".data/test";
  removeData(dataDir);
  const port = await freePort();
  process.env.NEXT_DIST_DIR ??= ".next-test";
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "", SITE_ORIGIN: "", HOST: "" };
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
  return async () => {
    child.kill("SIGTERM");
    const code = await ended;
    if (code !== 0) throw new Error(`The guide did not stop cleanly (code ${code}):\n${output}`);
  };
}
