import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { canReach, canRun, postgresAccount, type Account } from "./databaseAccount.ts";
import { copyBinaries, findBinaries, type Binaries } from "./databaseBinaries.ts";
import { Failure } from "./failure.ts";

/** Where the embedded database lies and who runs it. */
export type Place = {
  data: string;
  binaries: Binaries;
  /** Only where we are root. */
  account: Account | undefined;
  /** Our own notes about it: password, port, log, users. */
  notes: string;
  /** What the person at the keyboard should know. */
  remark: string | undefined;
};

/** Decides where the embedded database of this data folder lies. */
export async function findPlace(dataDir: string): Promise<Place> {
  await mkdir(dataDir, { recursive: true });
  const binaries = await findBinaries();
  const beside = join(dataDir, "postgres");
  if (process.getuid?.() !== 0) {
    await refuseForeign(beside);
    return { data: beside, binaries, account: undefined, notes: dataDir, remark: undefined };
  }
  const data = (await readPointer(dataDir)) ?? beside;
  const owner = await ownerOf(data);
  const account = owner ?? postgresAccount();
  if (canReach(account, dirname(data))) return withBinaries({ data, binaries, account, notes: dataDir, remark: undefined });
  if (owner)
    throw new Failure(`The database in ${data} belongs to user ${owner.uid}, who cannot reach that folder any more: open the folders above it again (chmod o+x).`);
  return withBinaries(await elsewhere(dataDir, binaries, account));
}

/** A folder that others cannot read: the data goes where the `postgres` account can reach it. */
async function elsewhere(dataDir: string, binaries: Binaries, account: Account): Promise<Place> {
  const home = join("/var/lib/community-resource-guide", createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
  await mkdir(home, { recursive: true, mode: 0o755 });
  const data = join(home, "postgres");
  await writeFile(pointerOf(dataDir), data);
  return { data, binaries, account, notes: dataDir, remark: `The database lies in ${data}: its account cannot reach this folder.` };
}

async function withBinaries(place: Place): Promise<Place> {
  const { account, binaries, data, notes } = place;
  if (!account || canRun(account, join(binaries.folder, "bin", "postgres"))) return place;
  const home = dirname(data) === notes ? (await elsewhere(notes, binaries, account)).data : data;
  return { ...place, binaries: await copyBinaries(binaries, dirname(home)) };
}

const pointerOf = (dataDir: string) => join(dataDir, "postgres-place");

async function readPointer(dataDir: string): Promise<string | null> {
  const text = await readFile(pointerOf(dataDir), "utf8").catch(() => "");
  return text.trim() || null;
}

async function ownerOf(data: string): Promise<Account | null> {
  const there = await stat(data).catch(() => null);
  return there && there.uid !== 0 ? { uid: there.uid, gid: there.gid } : null;
}

async function refuseForeign(data: string): Promise<void> {
  const there = await stat(data).catch(() => null);
  if (there && process.getuid && there.uid !== process.getuid())
    throw new Failure(`The database in ${data} was made by another account (user ${there.uid}): start as that account, or give this one its own DATA_DIR.`);
}
