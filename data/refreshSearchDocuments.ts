import { db, type Transaction } from "./db";
import { readDocuments } from "./records";
import { staleSearchDocuments, writeSearchDocuments } from "./searchDocuments";

const batch = 500;

/**
 * Brings what searching reads up to date where no change of a listing does it: the words of the needs or the code have
 * changed. What is the same is not written.
 * @returns how many listings are found otherwise now
 */
export async function refreshSearchDocuments(): Promise<number> {
  const ids = (await db.organization.findMany({ orderBy: { id: "asc" }, select: { id: true } })).map(({ id }) => id);
  let written = 0;
  for (let from = 0; from < ids.length; from += batch) {
    const stale = await staleSearchDocuments(db, await read(db, ids.slice(from, from + batch)));
    if (stale.length === 0) continue;
    await db.$transaction(async (transaction) => {
      // Held, and read again: somebody may have saved one of them meanwhile.
      await transaction.$executeRaw`SELECT 1 FROM "Organization" WHERE id = ANY(${stale}::text[]) ORDER BY id FOR NO KEY UPDATE`;
      await writeSearchDocuments(transaction, await read(transaction, stale));
    });
    written += stale.length;
  }
  return written;
}

const read = async (transaction: Transaction, ids: string[]) => [...(await readDocuments(transaction, "Organization", ids))].map(([id, document]) => ({ id, document }));
