import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { accessFaults } from "./accessFaults.ts";
import { failedChild, runNode } from "./child.ts";
import { compileProcesses } from "./compile.ts";
import { studioEnvironment } from "./environment.ts";
import { Failure } from "./failure.ts";
import { buildInputs, hashOf } from "./inputs.ts";
import type { Settings } from "./settings.ts";

const stampOf = (dist: string) => join(dist, "built-from");

// Generated code follows from the schema, and tests are not part of the pages.
const skip = (path: string) => path === join("data", "generated") || /\.test\.tsx?$/.test(path);

/** Whether `next build` has to run: something that the pages are made from has changed. */
export async function isBuilt({ distDir }: Settings): Promise<boolean> {
  const stamp = await readFile(stampOf(distDir), "utf8").catch(() => "");
  return stamp === (await hashOf(buildInputs, skip)) && existsSync(join(distDir, "BUILD_ID"));
}

/** Builds the pages, and the processes that serve them. */
export async function build(settings: Settings, studioUrl: string, signal?: AbortSignal): Promise<void> {
  const faults = await accessFaults();
  if (faults.length > 0) throw new Failure(`The staff area has doors that nobody watches:\n${faults.join("\n")}`);
  // Taken first: an edit during the build makes the next start build again.
  const inputs = await hashOf(buildInputs, skip);
  const env = { ...studioEnvironment(settings, studioUrl), NODE_ENV: "production" as const };
  const ended = await runNode(["node_modules/next/dist/bin/next", "build"], { env, signal });
  if (signal?.aborted) return;
  if (!ended.ok) throw failedChild("The pages could not be built", ended);
  // What searching reads follows from the code too. Without it old words still find, so nothing stops.
  const search = await runNode(["--no-deprecation", "--import", "tsx", "prisma/refreshSearch.ts"], { env: { ...process.env, DATABASE_URL: studioUrl, DATABASE_STATEMENT_SECONDS: "60" }, signal });
  if (signal?.aborted) return;
  if (!search.ok) console.error(failedChild("Until the pages are built again, searching may go by old words", search).message);
  await compileProcesses(settings);
  await writeFile(stampOf(settings.distDir), inputs);
}
