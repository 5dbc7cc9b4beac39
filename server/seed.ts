import { runNode } from "./child.ts";
import { ask } from "./databaseCheck.ts";
import { Failure } from "./failure.ts";

/** A database without a row in this table has no content yet. */
const firstTable = "City";

/** Whether the database still waits for its starter content. */
export async function isEmpty(url: string): Promise<boolean> {
  const rows = await ask(url, `SELECT 1 FROM "${firstTable}" LIMIT 1`);
  return rows.length === 0;
}

/** Loads the starter content; what the seed prints goes to `onLine`. */
export async function seed(url: string, onLine: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const ended = await runNode(["--no-deprecation", "--import", "tsx", "prisma/seed.ts"], { env: { ...process.env, DATABASE_URL: url, DATABASE_STATEMENT_SECONDS: "60" }, signal, onLine });
  if (signal?.aborted || ended.ok) return;
  // What it said is on the screen already.
  throw new Failure("The starter content could not be loaded: its last lines above say why.");
}
