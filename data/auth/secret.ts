import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const shortest = 32;
const isExists = (error: unknown) => error instanceof Error && "code" in error && error.code === "EEXIST";

/**
 * The secret that signs session cookies and encrypts second factors: STAFF_SECRET, or one that is made once and kept
 * in the data folder. Whoever loses it loses every second factor with it.
 * @throws Error that says so, when it is too short to be one
 */
export async function staffSecret(): Promise<string> {
  const { STAFF_SECRET } = process.env;
  if (STAFF_SECRET && STAFF_SECRET.length < shortest) throw new Error(`STAFF_SECRET has ${STAFF_SECRET.length} characters, and needs ${shortest} or more.`);
  if (STAFF_SECRET) return STAFF_SECRET;
  const folder = process.env.DATA_DIR || ".data";
  const file = join(folder, "staff-secret");
  await mkdir(folder, { recursive: true });
  // "wx": of two processes that start at once, one writes and both read the same.
  await writeFile(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
    if (!isExists(error)) throw error;
  });
  const secret = (await readFile(file, "utf8")).trim();
  if (secret.length < shortest) throw new Error(`${file} is damaged: put it back from a backup, or set STAFF_SECRET.`);
  return secret;
}
