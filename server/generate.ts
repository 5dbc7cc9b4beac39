import { readFile, writeFile } from "node:fs/promises";
import { failedChild, runNode } from "./child.ts";
import { hashOf } from "./inputs.ts";

// In the generated folder: whoever removes the client removes the note with it.
const stamp = "data/generated/made-from";

/** Generates the Prisma client unless it fits; answers whether it did. */
export async function generateClient(signal?: AbortSignal): Promise<boolean> {
  const inputs = await hashOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if ((await readFile(stamp, "utf8").catch(() => "")) === inputs) return false;
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const ended = await runNode(["node_modules/prisma/build/index.js", "generate"], { env, signal });
  if (signal?.aborted) return false;
  if (!ended.ok) throw failedChild("The database client could not be generated", ended);
  await writeFile(stamp, inputs);
  return true;
}
