import { allow } from "./allow";
import { record } from "./audit";
import { db, type Transaction } from "./db";
import type { SourceView } from "./sources";
import type { NewSource } from "@/lib/newSource";
import { slugOf } from "@/lib/importedListing";
import type { Actor } from "@/lib/permissions";

/**
 * Writes down where somebody read something, in the transaction of what was read there. The same source, entered again, is the one that is there.
 * @returns its key
 * @throws NotAllowed
 */
export async function createSource(transaction: Transaction, actor: Actor, { name, kind, readOn, ...rest }: NewSource): Promise<string> {
  allow(actor, "listings.propose");
  const source = { name, kind, readOn, url: rest.url ?? null, publishedOn: rest.publishedOn ?? null };
  // Two that enter the same one at once: the second waits, and finds it.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('Source'))`;
  const known = await transaction.source.findFirst({ where: source, select: { key: true } });
  if (known) return known.key;
  const key = await freeKey(transaction, slugOf(name) || "source");
  await transaction.source.create({ data: { key, ...source }, select: { key: true } });
  await record(transaction, actor, { action: "source.create", entity: "Source", entityId: key, detail: source });
  return key;
}

async function freeKey(transaction: Transaction, key: string): Promise<string> {
  const taken = await transaction.source.findMany({ where: { key: { startsWith: key } }, select: { key: true } });
  const keys = new Set(taken.map(({ key }) => key));
  const free = (number: number): string => (keys.has(`${key}-${number}`) ? free(number + 1) : `${key}-${number}`);
  return keys.has(key) ? free(2) : key;
}

/** Some sources by their keys, in alphabetical order. */
export async function listSources(keys: string[]): Promise<SourceView[]> {
  return db.source.findMany({
    where: { key: { in: keys } },
    orderBy: [{ name: "asc" }, { publishedOn: "asc" }, { key: "asc" }],
    select: { key: true, name: true, url: true, kind: true, publishedOn: true, readOn: true, dateNote: true },
  });
}
