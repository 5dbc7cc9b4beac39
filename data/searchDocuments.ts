import { Prisma, type Transaction } from "./db";
import { textsOfAll } from "./translations";
import { shownAddress } from "@/lib/addresses";
import { fold, wordsOf } from "@/lib/fold";
import { languageName } from "@/lib/languageName";
import type { ListingDocument } from "@/lib/listing";
import { locales } from "@/lib/locales";

type Address = Omit<ListingDocument["locations"][number], "address1" | "address2"> & { address1: string | null; address2: string | null };

/**
 * Writes what searching reads of these listings, in the transaction that changes them.
 * Hotlines have no document: they stand above every list. What is hidden has none either.
 */
export async function writeSearchDocuments(transaction: Transaction, listings: { id: string; document: ListingDocument }[]): Promise<void> {
  if (listings.length === 0) return;
  await write(listings.map(({ id }) => id), rowsOf(await documentsOf(transaction, listings)), transaction);
}

/** Of these listings, those whose document is not the one that would be written now, by id. */
export async function staleSearchDocuments(transaction: Transaction, listings: { id: string; document: ListingDocument }[]): Promise<string[]> {
  const rows = rowsOf(await documentsOf(transaction, listings));
  const stale = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${listings.map(({ id }) => id)}::text[]) AS listing(id)
    LEFT JOIN (${made(rows)}) AS fresh ON fresh."organizationId" = id LEFT JOIN "SearchDocument" AS old ON old."organizationId" = id
    WHERE (${columnsOf("fresh")}) IS DISTINCT FROM (${columnsOf("old")})`;
  return stale.map(({ id }) => id);
}

async function documentsOf(transaction: Transaction, listings: { id: string; document: ListingDocument }[]): Promise<Document[]> {
  const shown = listings.filter(({ document: { kind, hidden } }) => kind === "provider" && !hidden);
  const [places, words] = [await placesOf(transaction, shown.flatMap(({ document }) => document.locations)), await needWords(transaction)];
  // "coreano", "Korean", "한국어"
  const spoken = new Map([...new Set(shown.flatMap(({ document }) => document.languages))].map((code) => [code, [...locales, code].map((locale) => languageName(code, locale))]));
  return shown.map(({ id, document: { name, alternateName, locations, languages, recognition, services, text } }) => {
    const needs = [...new Set(services.flatMap(({ needs }) => needs))];
    const costs = services.flatMap(({ cost }) => cost ?? []);
    const addresses = locations.flatMap((location) => shownAddress<Address>({ ...location, address2: location.address2 ?? null }) ?? []);
    // A P.O. box is no place to go to.
    const place = addresses.filter(({ addressType }) => addressType === "physical").map(({ postalCode }) => places.get(postalCode)).find(Boolean);
    const all = [
      ...addresses.flatMap(({ address1, address2, city, postalCode }) => [address1, address2, city, postalCode]),
      ...languages.flatMap((code) => spoken.get(code) ?? []),
      ...locales.flatMap((locale) => [text[locale], ...services.map((service) => service.text[locale])].flatMap((one) => Object.values(one))),
      ...needs.flatMap((code) => words.get(code) ?? []),
    ];
    return {
      id,
      name,
      names: [name, alternateName].filter(Boolean).join(" "),
      words: all.filter(Boolean).join(" \n"),
      needs,
      languages,
      free: costs.some((cost) => cost !== "paid") ? true : costs.length > 0 ? false : null,
      recognizedUntil: recognizedUntil(recognition),
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    };
  });
}

/** Where each ZIP code lies. */
async function placesOf(transaction: Transaction, locations: { postalCode: string }[]) {
  const codes = [...new Set(locations.map(({ postalCode }) => postalCode))];
  const rows = await transaction.postalCode.findMany({ where: { code: { in: codes } }, select: { code: true, latitude: true, longitude: true } });
  return new Map(rows.map(({ code, ...place }) => [code, place]));
}

/** The words of each need in every language, by its code. */
async function needWords(transaction: Transaction): Promise<Map<string, string[]>> {
  const terms = await transaction.taxonomyTerm.findMany({ where: { taxonomyKey: "need" }, select: { id: true, code: true } });
  const texts = await textsOfAll("TaxonomyTerm", terms.map(({ id }) => id), transaction);
  return new Map(terms.map(({ id, code }) => [code, texts.get(id) ?? []]));
}

/** The last day on which it is surely recognized; a pending renewal has none. Past it nobody knows: ask. */
function recognizedUntil(recognition: ListingDocument["recognition"]): string | null {
  if (!recognition || recognition.status !== "Active") return null;
  return recognition.renewalPending ? "9999-12-31" : recognition.expiresOn;
}

type Document = { id: string; name: string; names: string; words: string; needs: string[]; languages: string[]; free: boolean | null; recognizedUntil: string | null; latitude: number | null; longitude: number | null };

type Row = Document & { folded: string };
const rowsOf = (documents: Document[]): Row[] =>
  documents.map(({ names, words, ...row }) => ({ ...row, name: fold(row.name), names: spaced(names), words: spaced(words), folded: fold(spaced(`${names} ${words}`)) }));

const columns = ["organizationId", "name", "names", "vector", "needs", "languages", "free", "recognizedUntil", "latitude", "longitude"];
const columnsOf = (table: "fresh" | "old") => Prisma.raw(columns.map((column) => `${table}."${column}"`).join(", "));

// Each text is stemmed as English, as Spanish, as Spanish without accents (people leave them out), and kept
// whole for names and the beginnings of words. Names weigh most (A), and stand alone too: ranking them is quick.
const made = (rows: Row[]) => Prisma.sql`
  SELECT id AS "organizationId", name, strip(title) AS names,
    setweight(title, 'A') || to_tsvector('simple', folded) || to_tsvector('english', words) || to_tsvector('spanish', words) || to_tsvector('spanish', unaccent(words)) AS vector,
    needs, languages, free, "recognizedUntil", latitude, longitude
  FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(id text, name text, names text, words text, folded text, needs text[], languages text[], free boolean, "recognizedUntil" date, latitude float8, longitude float8),
    LATERAL (SELECT to_tsvector('simple', fold(names)) || to_tsvector('english', names) || to_tsvector('spanish', names) || to_tsvector('spanish', unaccent(names)) AS title) AS titles`;

async function write(ids: string[], rows: Row[], transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`DELETE FROM "SearchDocument" WHERE "organizationId" = ANY(${ids}::text[])`;
  await transaction.$executeRaw`INSERT INTO "SearchDocument" (${Prisma.raw(columns.map((column) => `"${column}"`).join(", "))}) ${made(rows)}`;
  await transaction.$executeRaw`INSERT INTO "SearchWord" (word) SELECT unnest(${spellings(rows)}::text[]) ON CONFLICT DO NOTHING`;
}

/** Only words and spaces: PostgreSQL would read "and/or" as the path of a file, and 1-800 as a negative number. */
const spaced = (text: string) => (text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");

/** The words that a misspelled one may have meant. A number is never mended: another house or ZIP code is no near miss. */
const spellings = (rows: { folded: string }[]) => [...new Set(rows.flatMap(({ folded }) => wordsOf(folded)))].filter((word) => /^\p{L}{3,}$/u.test(word)).sort();
