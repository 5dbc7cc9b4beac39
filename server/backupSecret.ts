import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "./failure.ts";

/** What a backup is sealed with: BACKUP_PASSPHRASE, or a key file of the data folder. `made`: that file is new. */
export async function backupSecret(dataDir: string, mayMake: boolean): Promise<{ secret: string; file: string | null; made: boolean }> {
  const passphrase = process.env.BACKUP_PASSPHRASE;
  if (passphrase) {
    if (passphrase.length < 12) throw new Failure("BACKUP_PASSPHRASE needs 12 characters or more.");
    return { secret: passphrase, file: null, made: false };
  }
  const file = join(dataDir, "backup-key");
  const known = (await readFile(file, "utf8").catch(() => "")).trim();
  if (known) return { secret: known, file, made: false };
  if (!mayMake) throw new Failure(`There is no key to open the backup with: set BACKUP_PASSPHRASE to the one that it was made with, or bring its key file back as ${file}.`);
  const secret = randomBytes(32).toString("hex");
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return { secret, file, made: true };
}
