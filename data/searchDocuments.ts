import { db, type Transaction } from "./db";
import { textsOfAll } from "./translations";
import { shownAddress } from "@/lib/addresses";
import { isoDay } from "@/lib/dates";
import { fold, wordsOf } from "@/lib/fold";
import { languageName } from "@/lib/languageName";
import { locales } from "@/lib/locales";

const batch = 1000;

/**
 * Writes anew what searching reads of these organizations, in the transaction that changes them.
 * Hotlines have no document: they stand above every list. What is hidden has none either.
 */
export async function refreshSearchDocuments(organizationIds: string[], transaction?: Transaction): Promise<void> {
  for (let start = 0; start < organizationIds.length; start += batch) {
    const ids = organizationIds.slice(start, start + batch);
    await (transaction ? refreshBatch(ids, transaction) : db.$transaction((own) => refreshBatch(ids, own), { timeout: 30_000 }));
  }
}

async function refreshBatch(ids: string[], transaction: Transaction): Promise<void> {
  const organizations = await transaction.organization.findMany({
    where: { id: { in: ids }, kind: "provider", hidden: false },
    select: {
      id: true,
      name: true,
      alternateName: true,
      languages: { select: { code: true } },
      recognition: { select: { status: true, expiresOn: true, renewalPending: true } },
      locations: { orderBy: { position: "asc" }, select: { address: { select: { address1: true, address2: true, city: true, postalCode: true, addressType: true, visibility: true } } } },
      services: {
        select: { id: true, costOptions: { select: { option: true } }, attributes: { select: { taxonomyTerm: { select: { id: true, code: true } } } } },
      },
    },
  });
  const addresses = organizations.flatMap(({ locations }) => locations.flatMap(({ address }) => address ?? []));
  const services = organizations.flatMap((organization) => organization.services);
  const [postalCodes, organizationTexts, serviceTexts, termTexts] = [
    await transaction.postalCode.findMany({ where: { code: { in: addresses.map(({ postalCode }) => postalCode) } }, select: { code: true, latitude: true, longitude: true } }),
    await textsOfAll("Organization", ids, transaction),
    await textsOfAll("Service", services.map(({ id }) => id), transaction),
    await textsOfAll("TaxonomyTerm", [...new Set(services.flatMap(({ attributes }) => attributes.map(({ taxonomyTerm }) => taxonomyTerm.id)))], transaction),
  ];
  const places = new Map(postalCodes.map(({ code, ...point }) => [code, point]));

  const documents = organizations.map((organization) => {
    const terms = organization.services.flatMap(({ attributes }) => attributes.map(({ taxonomyTerm }) => taxonomyTerm));
    const options = organization.services.flatMap(({ costOptions }) => costOptions.map(({ option }) => option));
    const ownAddresses = organization.locations.flatMap(({ address }) => (address ? shownAddress(address) ?? [] : []));
    // A P.O. box is no place to go to.
    const place = ownAddresses.filter(({ addressType }) => addressType === "physical").map(({ postalCode }) => places.get(postalCode)).find(Boolean);
    const words = [
      ...ownAddresses.flatMap(({ address1, address2, city, postalCode }) => [address1, address2, city, postalCode]),
      // "coreano", "Korean", "한국어"
      ...organization.languages.flatMap(({ code }) => [...locales, code].map((locale) => languageName(code, locale))),
      ...(organizationTexts.get(organization.id) ?? []),
      ...organization.services.flatMap(({ id }) => serviceTexts.get(id) ?? []),
      ...terms.flatMap(({ id }) => termTexts.get(id) ?? []),
    ];
    return {
      id: organization.id,
      name: organization.name,
      names: [organization.name, organization.alternateName].filter(Boolean).join(" "),
      words: words.filter(Boolean).join(" \n"),
      needs: [...new Set(terms.map(({ code }) => code))],
      languages: organization.languages.map(({ code }) => code),
      free: options.some((option) => option !== "paid") ? true : options.length > 0 ? false : null,
      recognizedUntil: recognizedUntil(organization.recognition),
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    };
  });
  await write(ids, documents, transaction);
}

/** The last day on which it is surely recognized; a pending renewal has none. Past it nobody knows: ask. */
function recognizedUntil(recognition: { status: string; expiresOn: Date; renewalPending: boolean } | null): string | null {
  if (!recognition || recognition.status !== "Active") return null;
  return recognition.renewalPending ? "9999-12-31" : isoDay(recognition.expiresOn);
}

type Document = { id: string; name: string; names: string; words: string; needs: string[]; languages: string[]; free: boolean | null; recognizedUntil: string | null; latitude: number | null; longitude: number | null };

// Each text is stemmed as English, as Spanish, as Spanish without accents (people leave them out), and kept
// whole for names and the beginnings of words. Names weigh most (A), and stand alone too: ranking them is quick.
async function write(ids: string[], documents: Document[], transaction: Transaction): Promise<void> {
  const rows = documents.map(({ names, words, ...row }) => ({ ...row, name: fold(row.name), names: spaced(names), words: spaced(words), folded: fold(spaced(`${names} ${words}`)) }));
  const json = JSON.stringify(rows);
  await transaction.$executeRaw`DELETE FROM "SearchDocument" WHERE "organizationId" = ANY(${ids}::text[])`;
  await transaction.$executeRaw`
    INSERT INTO "SearchDocument" ("organizationId", name, names, vector, needs, languages, free, "recognizedUntil", latitude, longitude)
    SELECT id, name, strip(title),
      setweight(title, 'A') || to_tsvector('simple', folded) || to_tsvector('english', words) || to_tsvector('spanish', words) || to_tsvector('spanish', unaccent(words)),
      needs, languages, free, "recognizedUntil", latitude, longitude
    FROM jsonb_to_recordset(${json}::jsonb) AS row(id text, name text, names text, words text, folded text, needs text[], languages text[], free boolean, "recognizedUntil" date, latitude float8, longitude float8),
      LATERAL (SELECT to_tsvector('simple', fold(names)) || to_tsvector('english', names) || to_tsvector('spanish', names) || to_tsvector('spanish', unaccent(names)) AS title) AS titles`;
  await transaction.$executeRaw`INSERT INTO "SearchWord" (word) SELECT unnest(${spellings(rows)}::text[]) ON CONFLICT DO NOTHING`;
}

/** Only words and spaces: PostgreSQL would read "and/or" as the path of a file, and 1-800 as a negative number. */
const spaced = (text: string) => (text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");

/** The words that a misspelled one may have meant. A number is never mended: another house or ZIP code is no near miss. */
const spellings = (rows: { folded: string }[]) => [...new Set(rows.flatMap(({ folded }) => wordsOf(folded)))].filter((word) => /^\p{L}{3,}$/u.test(word)).sort();
