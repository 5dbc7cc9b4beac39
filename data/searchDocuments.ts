import { db, Prisma } from "./db";
import { textsOfAll } from "./translations";
import { fold, wordsOf } from "@/lib/fold";

const batch = 1000;

/**
 * Writes anew what searching reads of these organizations. Call it after any change to one of them.
 * Hotlines have no document: they stand above every list.
 */
export async function refreshSearchDocuments(organizationIds: string[]): Promise<void> {
  for (let start = 0; start < organizationIds.length; start += batch) await refreshBatch(organizationIds.slice(start, start + batch));
}

async function refreshBatch(ids: string[]): Promise<void> {
  const organizations = await db.organization.findMany({
    where: { id: { in: ids }, kind: "provider" },
    select: {
      id: true,
      name: true,
      alternateName: true,
      languages: { select: { code: true } },
      recognition: { select: { status: true } },
      locations: { orderBy: { position: "asc" }, select: { address: { select: { address1: true, address2: true, city: true, postalCode: true, addressType: true } } } },
      services: {
        select: { id: true, costOptions: { select: { option: true } }, attributes: { select: { taxonomyTerm: { select: { id: true, code: true } } } } },
      },
    },
  });
  const addresses = organizations.flatMap(({ locations }) => locations.flatMap(({ address }) => address ?? []));
  const services = organizations.flatMap((organization) => organization.services);
  const [postalCodes, organizationTexts, serviceTexts, termTexts] = await Promise.all([
    db.postalCode.findMany({ where: { code: { in: addresses.map(({ postalCode }) => postalCode) } }, select: { code: true, latitude: true, longitude: true } }),
    textsOfAll("Organization", ids),
    textsOfAll("Service", services.map(({ id }) => id)),
    textsOfAll("TaxonomyTerm", [...new Set(services.flatMap(({ attributes }) => attributes.map(({ taxonomyTerm }) => taxonomyTerm.id)))]),
  ]);
  const places = new Map(postalCodes.map(({ code, ...point }) => [code, point]));

  const documents = organizations.map((organization) => {
    const terms = organization.services.flatMap(({ attributes }) => attributes.map(({ taxonomyTerm }) => taxonomyTerm));
    const options = organization.services.flatMap(({ costOptions }) => costOptions.map(({ option }) => option));
    const ownAddresses = organization.locations.flatMap(({ address }) => address ?? []);
    const place = ownAddresses.map(({ postalCode }) => places.get(postalCode)).find(Boolean);
    const words = [
      ...ownAddresses.flatMap(({ address1, address2, city, postalCode }) => [address1, address2, city, postalCode]),
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
      recognized: organization.recognition ? organization.recognition.status === "Active" : null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
    };
  });
  await write(documents);
}

type Document = { id: string; name: string; names: string; words: string; needs: string[]; languages: string[]; free: boolean | null; recognized: boolean | null; latitude: number | null; longitude: number | null };

// Each text is stemmed as English, as Spanish, as Spanish without accents (people leave them out), and kept
// whole for names and the beginnings of words. Names weigh most (A).
async function write(documents: Document[]): Promise<void> {
  const rows = documents.map((row) => ({ ...row, sort: fold(row.name), folded: fold(`${row.names} ${row.words}`) }));
  const json = JSON.stringify(rows);
  const words = [...new Set(documents.flatMap((row) => wordsOf(`${row.names} ${row.words}`)))].filter((word) => word.length > 2);
  await db.$transaction([
    db.$executeRaw`DELETE FROM "SearchDocument" WHERE "organizationId" IN (${Prisma.join(documents.map(({ id }) => id).concat(""))})`,
    db.$executeRaw`
      INSERT INTO "SearchDocument" ("organizationId", name, vector, needs, languages, free, recognized, latitude, longitude)
      SELECT id, sort,
        setweight(to_tsvector('simple', fold(names)) || to_tsvector('english', names) || to_tsvector('spanish', names), 'A')
          || to_tsvector('simple', folded) || to_tsvector('english', words) || to_tsvector('spanish', words) || to_tsvector('spanish', unaccent(words)),
        needs, languages, free, recognized, latitude, longitude
      FROM jsonb_to_recordset(${json}::jsonb) AS row(id text, sort text, names text, words text, folded text, needs text[], languages text[], free boolean, recognized boolean, latitude float8, longitude float8)`,
    db.$executeRaw`INSERT INTO "SearchWord" (word) SELECT unnest(${words}::text[]) ON CONFLICT DO NOTHING`,
  ]);
}
