import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Removes a data folder of the tests, and its database where that lies elsewhere (a folder closed to the postgres account). */
export function removeData(dataDir: string): void {
  const pointer = join(dataDir, "postgres-place");
  if (existsSync(pointer)) rmSync(dirname(readFileSync(pointer, "utf8").trim()), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
