import { Prisma, type Transaction } from "../db";
import { insertRows } from "../insertRows";
import { newId } from "../newId";
import { writeSearchDocuments } from "../searchDocuments";
import { endVoidVerifications } from "../voidVerifications";
import { writeCitations } from "./citations";
import type { RecordKind, Written } from "./kind";
import { readListingRows } from "./listingRows";
import { removeTexts, writeTexts } from "./texts";
import { changesBetween } from "@/lib/changes";
import { confirmedLocales } from "@/lib/documentTexts";
import { listingDocument, withOwnSources } from "@/lib/listing";
import { eachLocale } from "@/lib/locales";

type Listing = Written<"Organization"> & { isNew: boolean };
type Part = keyof Listing["document"];
const idsOf = (listings: { id: string }[]) => listings.map(({ id }) => id);

/** Those that stand there already: looking for parts of the others takes longer the more an import has written. */
const known = (listings: Listing[]) => idsOf(listings.filter(({ isNew }) => !isNew));

export const organizations: RecordKind<"Organization"> = {
  async read(transaction, ids) {
    const rows = await readListingRows(transaction, ids);
    return new Map([...rows].map(([id, row]) => [id, listingDocument.parse({ ...row, text: { ...eachLocale(() => ({})), ...Object(row.text) } })]));
  },

  /** Writes the parts that differ from what stands there: most changes are of one part, and the others cost as much. */
  async write(transaction, records) {
    // Held first: what is compared stays as it is, and nobody confirms facts that change meanwhile (data/verification.ts).
    await transaction.$executeRaw`SELECT 1 FROM "Organization" WHERE id = ANY(${idsOf(records)}::text[]) ORDER BY id FOR NO KEY UPDATE`;
    const before = await readListingRows(transaction, idsOf(records));
    const listings = records.map(({ id, document }) => {
      const own = withOwnSources(document);
      return { id, document: own, isNew: !before.has(id), changed: new Set(changesBetween(before.get(id) ?? {}, own).map(({ path }) => path.split(".")[0])) };
    });
    const having = (...parts: Part[]) => listings.filter(({ changed }) => parts.some((part) => changed.has(part)));
    const facts = having("kind", "position", "name", "grade", "slug", "hidden", "alternateName", "website", "email");
    await insertRows(
      transaction,
      "Organization",
      facts.map(({ id, document: { kind, position, name, grade, slug, hidden, alternateName, website, email } }) => ({
        id, kind, position, name, grade, slug, hidden, alternateName: alternateName ?? null, website: website ?? null, email: email ?? null,
      })),
      "replaceById",
    );
    await writePhones(transaction, having("phones"));
    await writeSchedules(transaction, having("schedules"));
    await writeLanguages(transaction, having("languages"));
    await writeRecognitions(transaction, having("recognition"));
    await writeLocations(transaction, having("locations"));
    await writeServices(transaction, having("services", "confirmed"));
    await joinServicesAndLocations(transaction, having("locations", "services"));
    await writeConflicts(transaction, having("conflicts", "confirmed"));
    await writeTexts(transaction, "Organization", having("text", "confirmed").map(({ id, isNew, document }) => ({ entityId: id, isNew, words: document.text, confirmed: confirmedLocales("Organization", document) })));
    await writeCitations(transaction, "Organization", having("sources").map(({ id, isNew, document }) => ({ entityId: id, isNew, sources: document.sources })));
    await writeSearchDocuments(transaction, having("kind", "hidden", "name", "alternateName", "locations", "languages", "recognition", "services", "text"));
    await endVoidVerifications(transaction, records);
  },
};

const rowsOf = <Row>(listings: Listing[], make: (document: Listing["document"]) => Row[]) => listings.flatMap(({ id: organizationId, document }) => make(document).map((row) => ({ organizationId, ...row })));
const withId = <Row>(rows: Row[]) => rows.map((row) => ({ id: newId(), ...row }));

/** Parts that nothing else points to are written anew. */
async function clear(transaction: Transaction, table: "Phone" | "Schedule" | "Language" | "Recognition" | "Location", listings: Listing[]): Promise<void> {
  const ids = known(listings);
  if (ids.length > 0) await transaction.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE "organizationId" = ANY(${ids}::text[])`;
}

async function writePhones(transaction: Transaction, listings: Listing[]): Promise<void> {
  await clear(transaction, "Phone", listings);
  await insertRows(transaction, "Phone", withId(rowsOf(listings, ({ phones }) => phones.map(({ number, extension, type }, position) => ({ number, extension: extension ?? null, type, position })))));
}

async function writeSchedules(transaction: Transaction, listings: Listing[]): Promise<void> {
  await clear(transaction, "Schedule", listings);
  await insertRows(transaction, "Schedule", withId(rowsOf(listings, ({ schedules }) => schedules.map(({ byday, opensAt, closesAt }) => ({ byday: byday.join(","), opensAt, closesAt })))));
}

async function writeLanguages(transaction: Transaction, listings: Listing[]): Promise<void> {
  await clear(transaction, "Language", listings);
  await insertRows(transaction, "Language", withId(rowsOf(listings, ({ languages }) => [...new Set(languages)].map((code) => ({ code })))));
}

async function writeRecognitions(transaction: Transaction, listings: Listing[]): Promise<void> {
  await clear(transaction, "Recognition", listings);
  await insertRows(transaction, "Recognition", rowsOf(listings, ({ recognition }) => (recognition ? [recognition] : [])));
}

async function writeLocations(transaction: Transaction, listings: Listing[]): Promise<void> {
  await clear(transaction, "Location", listings);
  const locations = rowsOf(listings, (listing) => listing.locations.map((address, position) => ({ id: newId(), position, address })));
  await insertRows(transaction, "Location", locations.map(({ address: _, ...location }) => location));
  await insertRows(transaction, "Address", withId(locations.map(({ id: locationId, address }) => ({ locationId, country: "US", ...address, address2: address.address2 ?? null }))));
}

/** A service keeps its id by its place in the list: its translations know which English they were made from. */
async function writeServices(transaction: Transaction, listings: Listing[]): Promise<void> {
  if (listings.length === 0) return;
  const [old, terms] = [await idsInOrder(transaction, "Service", listings), await transaction.taxonomyTerm.findMany({ where: { taxonomyKey: "need" }, select: { id: true, code: true } })];
  const termIds = new Map(terms.map(({ code, id }) => [code, id]));
  const kept = keptInOrder(listings, old, ({ services }) => services);
  await removeTexts(transaction, "Service", kept.gone);
  await transaction.service.deleteMany({ where: { id: { in: kept.gone } } });
  await insertRows(transaction, "Service", kept.all.map(({ id, organizationId, position }) => ({ id, organizationId, position })), "skip");
  if (old.length > 0) {
    const ids = old.map(({ id }) => id);
    await transaction.$executeRaw`DELETE FROM "Attribute" WHERE "serviceId" = ANY(${ids}::text[])`;
    await transaction.$executeRaw`DELETE FROM "CostOption" WHERE "serviceId" = ANY(${ids}::text[])`;
  }
  await insertRows(transaction, "Attribute", kept.all.flatMap(({ id, item }) => [...new Set(item.needs)].map((code) => ({ serviceId: id, taxonomyTermId: termIds.get(code)! }))));
  await insertRows(transaction, "CostOption", kept.all.flatMap(({ id, item }) => (item.cost ? [{ id: newId(), serviceId: id, option: item.cost }] : [])));
  await writeTexts(transaction, "Service", kept.all.map(({ id, isNew, item, confirmed }) => ({ entityId: id, isNew, words: item.text, confirmed })));
}

/** Every service is given at every location. */
async function joinServicesAndLocations(transaction: Transaction, listings: Listing[]): Promise<void> {
  if (listings.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "ServiceAtLocation" ("serviceId", "locationId")
    SELECT s.id, l.id FROM "Service" s JOIN "Location" l USING ("organizationId") WHERE s."organizationId" = ANY(${idsOf(listings)}::text[])
    ON CONFLICT DO NOTHING`;
}

async function writeConflicts(transaction: Transaction, listings: Listing[]): Promise<void> {
  const old = await idsInOrder(transaction, "Conflict", listings);
  const kept = keptInOrder(listings, old, ({ conflicts }) => conflicts);
  await removeTexts(transaction, "Conflict", kept.gone);
  await transaction.conflict.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  await insertRows(transaction, "Conflict", kept.all.map(({ id, organizationId, position, item: { field, note } }) => ({ id, organizationId, position, field, note })));
  await writeTexts(transaction, "Conflict", kept.all.map(({ id, isNew, item, confirmed }) => ({ entityId: id, isNew, confirmed, words: eachLocale((locale) => ({ text: item.text[locale] })) })));
}

async function idsInOrder(transaction: Transaction, table: "Service" | "Conflict", listings: Listing[]): Promise<{ id: string; organizationId: string }[]> {
  const ids = known(listings);
  if (ids.length === 0) return [];
  return transaction.$queryRaw`SELECT id, "organizationId" FROM ${Prisma.raw(`"${table}"`)} WHERE "organizationId" = ANY(${ids}::text[]) ORDER BY position`;
}

/** Gives each item of a list the id that the one in its place had, or a new one; `gone` are the ids that are left over. */
function keptInOrder<Item>(listings: Listing[], old: { id: string; organizationId: string }[], itemsOf: (document: Listing["document"]) => Item[]) {
  const ids = new Map<string, string[]>(listings.map(({ id }) => [id, []]));
  for (const { id, organizationId } of old) ids.get(organizationId)!.push(id);
  const all = listings.flatMap(({ id: organizationId, document }) => {
    const confirmed = confirmedLocales("Organization", document);
    return itemsOf(document).map((item, position) => {
      const id = ids.get(organizationId)![position];
      return { id: id ?? newId(), isNew: !id, organizationId, position, item, confirmed };
    });
  });
  const used = new Set(all.map(({ id }) => id));
  return { all, gone: old.flatMap(({ id }) => (used.has(id) ? [] : [id])) };
}
