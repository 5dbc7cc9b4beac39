import { setTimeout as sleep } from "node:timers/promises";
import { runNode } from "./child.ts";
import { ask } from "./databaseCheck.ts";

const lookEvery = 1_000;
const cleanEvery = 60 * 60_000;
const triesAllowed = 3;

// As much as a file of 50,000 rows needs; without a limit the heap grows to gigabytes before it is swept.
export const pressArguments = ["--max-old-space-size=256", "--max-semi-space-size=16", "--no-deprecation", "--import", "tsx", "server/press.ts"];
export const pressEnvironment = { DATABASE_STATEMENT_SECONDS: "120" };

/**
 * Starts the press (press.ts) whenever a job waits in the database, and once an hour to remove what has grown old. It ends
 * when it is done: at rest it costs no memory. A job that ends the press three times in a row is given up.
 */
export async function callPress(environment: () => NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let cleanedAt = Date.now() - cleanEvery + 5 * 60_000;
  while (!signal.aborted) {
    await sleep(Math.min(lookEvery * 2 ** failures, 60_000), undefined, { signal }).catch(() => {});
    const env = environment();
    if (signal.aborted || (Date.now() - cleanedAt < cleanEvery && !(await jobWaits(env.DATABASE_URL ?? "")))) continue;
    const args = [...pressArguments, ...(failures >= triesAllowed ? ["--give-up"] : [])];
    const ended = await runNode(args, { env: { ...env, ...pressEnvironment }, signal, onLine: (line) => console.error(`press: ${line}`) });
    if (ended.ok) [failures, cleanedAt] = [0, Date.now()];
    else failures += 1;
  }
}

/** A database that is away is told about by its own part. */
async function jobWaits(url: string): Promise<boolean> {
  const rows = await ask(url, `SELECT 1 FROM "Import" WHERE state IN ('checking', 'applying') LIMIT 1`).catch(() => []);
  return rows.length > 0;
}
