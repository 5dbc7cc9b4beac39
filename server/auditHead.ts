import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { open, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { ChainEnd } from "../lib/auditChain.ts";
import { Failure } from "./failure.ts";

// The newest row of the audit log is noted outside the database: whoever can change the database, and so count all
// hashes anew or cut off the end, cannot change this note without the key beside it.

const shape = z.object({ sequence: z.number().int().positive(), hash: z.string(), signature: z.string() });
const fileOf = (dataDir: string) => join(dataDir, "audit-head.json");

/**
 * The head as it was noted last; null where none was yet.
 * @throws Failure when the note is damaged, or its signature is not ours
 */
export async function readHead(dataDir: string): Promise<ChainEnd | null> {
  const file = fileOf(dataDir);
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const note = shape.safeParse(parse(text));
  if (!note.success) throw new Failure(`${file} is damaged: it does not hold the newest entry of the audit log.`);
  const { sequence, hash, signature } = note.data;
  const right = Buffer.from(sign(await keyOf(dataDir), { sequence, hash }));
  const given = Buffer.from(signature);
  if (right.length !== given.length || !timingSafeEqual(right, given)) throw new Failure(`${file} has a wrong signature: somebody else wrote it, or its key was replaced.`);
  return { sequence, hash };
}

/** Notes the head: whole, or not at all. */
export async function writeHead(dataDir: string, { sequence, hash }: ChainEnd): Promise<void> {
  const file = fileOf(dataDir);
  const signature = sign(await keyOf(dataDir), { sequence, hash });
  const half = await open(`${file}.new`, "w", 0o600);
  try {
    await half.writeFile(`${JSON.stringify({ sequence, hash, signature })}\n`);
    await half.sync();
  } finally {
    await half.close();
  }
  await rename(`${file}.new`, file);
  // The new name must survive a power cut too. Windows cannot open folders.
  const folder = await open(dirname(file), "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

/** Puts the note aside, for a database that begins anew; answers where, or null where there was none. */
export async function putHeadAside(dataDir: string): Promise<string | null> {
  const aside = `${fileOf(dataDir)}.until-${new Date().toISOString().replaceAll(":", "")}`;
  return rename(fileOf(dataDir), aside).then(
    () => aside,
    () => null,
  );
}

function sign(key: string, { sequence, hash }: ChainEnd): string {
  return createHmac("sha256", key).update(`${sequence} ${hash}`).digest("hex");
}

async function keyOf(dataDir: string): Promise<string> {
  const file = join(dataDir, "audit-key");
  const known = (await readFile(file, "utf8").catch(() => "")).trim();
  if (known) return known;
  const key = randomBytes(32).toString("hex");
  await writeFile(file, key, { mode: 0o600 });
  return key;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
