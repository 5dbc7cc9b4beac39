import { createHash } from "node:crypto";
import { record } from "../audit";
import { db } from "../db";
import { newId } from "../newId";
import { readDocuments } from "../records";
import { withSource } from "../revisions/sources";
import type { Entries, Entry, Unread } from "./entries";
import { ListingIndex } from "./listingIndex";
import { removeRows, writeRows, type CheckedRow } from "./rows";
import { changesBetween } from "@/lib/changes";
import type { ImportSource } from "@/lib/importFile";
import type { ListingDocument } from "@/lib/listing";

// Small: Prisma keeps the values of the last thirty statements in memory.
const batch = 250;

type Check = { importId: string; uploadedById: string; source: ImportSource };

/** The dry run: says of every row what it would change, and writes nothing but that. @returns whether it came to its end; not, when somebody wished to stop it */
export async function checkEntries({ importId, uploadedById, source }: Check, { total, entries }: Entries): Promise<boolean> {
  await removeRows(importId);
  await db.import.update({ where: { id: importId }, data: { rowsTotal: total, rowsDone: 0 }, select: { id: true } });
  const [index, sources] = [await ListingIndex.read(), await readSources(importId, source)];
  const counts = { new: 0, changed: 0, same: 0, refused: 0 };
  const seen = new Map<string, number>();
  const keep = async (rows: CheckedRow[]) => {
    await writeRows(importId, rows);
    for (const { verdict } of rows) if (verdict in counts) counts[verdict as keyof typeof counts] += 1;
    const done = counts.new + counts.changed + counts.same + counts.refused;
    const { cancelWished } = await db.import.update({ where: { id: importId }, data: { rowsDone: done }, select: { cancelWished: true } });
    return !cancelWished;
  };

  for (const some of inBatches(entries)) {
    const known = some.flatMap((entry) => ("unread" in entry ? [] : find(index, entry).flatMap(({ id, line }) => (line === undefined ? id : []))));
    const documents = await readDocuments(db, "Organization", [...new Set(known)]);
    if (!(await keep(some.map((entry) => checkEntry(entry, { index, seen, documents, sources }))))) return false;
  }
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.import.updateMany({ where: { id: importId, state: "checking", cancelWished: false }, data: { state: "checked", counts } });
    if (count === 1) await record(transaction, { id: uploadedById }, { action: "import.check", entity: "Import", entityId: importId, detail: { counts } });
    return count === 1;
  });
}

function* inBatches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let some: Item[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

const find = (index: ListingIndex, { id, slug, name, zips }: Entry) => index.find({ id, slug, name, zips });

type Around = { index: ListingIndex; seen: Map<string, number>; documents: Map<string, ListingDocument>; sources: Sources };

function checkEntry(entry: Entry | Unread, { index, seen, documents, sources }: Around): CheckedRow {
  const { line } = entry;
  if ("unread" in entry) return { line, verdict: "refused", name: "", remarks: entry.unread };
  const refused = (...remarks: CheckedRow["remarks"]): CheckedRow => ({ line, verdict: "refused", name: known?.name ?? entry.name ?? entry.slug ?? "", remarks, ...(known?.line === undefined && known && { organizationId: known.id }) });
  const found = find(index, entry);
  const known = found.length === 1 ? found[0] : undefined;
  if (found.length > 1) return refused({ kind: "ambiguous", slugs: found.map(({ slug }) => slug).slice(0, 5) });
  const before = known && (known.line ?? seen.get(known.id));
  if (before !== undefined) return refused({ kind: "repeated", line: before });
  if (known) seen.set(known.id, line);
  if (known?.openRevision) return refused({ kind: "open", revisionId: known.openRevision });

  const existing = known && documents.get(known.id);
  const made = entry.make(existing, known?.slug ?? index.freeSlug(entry.name ?? ""));
  if ("refused" in made) return refused(...made.refused);
  if (existing && changesBetween(existing, made.document).length === 0) return { line, verdict: "same", organizationId: known.id, base: known.version, name: existing.name, remarks: [] };

  const own = sources.of(made.source);
  const listing = withSource("Organization", existing ?? null, made.document, own.sourceKey);
  const row = { line, name: listing.name, prepared: { listing, ...own } };
  if (existing)
    return { ...row, verdict: "changed", organizationId: known.id, base: known.version, remarks: changesBetween(existing, listing).map(({ path }) => ({ kind: "field", path })) };
  const near = index.near(listing).map((one) => ({ kind: "near" as const, ...one }));
  const organizationId = newId();
  index.addNew(organizationId, line, listing);
  return { ...row, verdict: "new", organizationId, base: 0, remarks: near };
}

type Sources = Awaited<ReturnType<typeof readSources>>;

/** The source that a row names: one that is known already, or a new one that is made when the import is applied. */
async function readSources(importId: string, ofFile: ImportSource) {
  const rows = await db.source.findMany({ select: { key: true, name: true, url: true, readOn: true } });
  const textOf = ({ name, url, readOn }: { name: string; url?: string | null; readOn?: string | null }) => JSON.stringify([name, url ?? null, readOn ?? null]);
  const keys = new Map(rows.map((row) => [textOf(row), row.key]));
  return {
    of(named: ImportSource | undefined): { sourceKey: string; source?: ImportSource } {
      const source = named ?? ofFile;
      const known = keys.get(textOf(source));
      if (known) return { sourceKey: known };
      return { source, sourceKey: named ? `import-${createHash("sha256").update(textOf(named)).digest("hex").slice(0, 24)}` : `import-${importId}` };
    },
  };
}
