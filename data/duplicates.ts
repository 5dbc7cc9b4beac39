import { db, Prisma } from "./db";
import { folded } from "./folded";
import { fold } from "@/lib/fold";
import { parsePhone } from "@/lib/phones";

/** A listing that may be the same organization. why: what is alike. */
export type Duplicate = { id: string; name: string; city: string | null; hidden: boolean; why: "phone" | "address" | "name" };

/** Of the trigrams of both names, how many are shared: "Bet Tzedek" and "Bet Tzedek Legal Services" 0.42, two centers for immigrants 0.35. */
const leastNameSimilarity = 0.42;
/** How well the one name stands inside the other: "CARECEN" in "Central American Resource Center (CARECEN)" 1. */
const leastPartSimilarity = 0.8;
/** In one ZIP area, with one house number: "123 S. Main St Suite 4" and "123 South Main Street" 0.37. */
const leastStreetSimilarity = 0.3;
const most = 6;

export type Sought = {
  /** The listing that is being written: it is no duplicate of itself. */
  id: string;
  name: string;
  /** As people write them. */
  phones: string[];
  addresses: { address1: string; postalCode: string }[];
};

/** Listings, proposed ones too, that may be the same as one that somebody is about to add: the same number, the same house, or nearly the same name. */
export async function findDuplicates({ id, name, phones, addresses }: Sought): Promise<Duplicate[]> {
  const numbers = phones.flatMap((written) => parsePhone(written) ?? []);
  const own = folded(Prisma.sql`listed.name`);
  return db.$queryRaw<Duplicate[]>`
    WITH listed AS (
      SELECT id, name, "alternateName", hidden FROM "Organization"
      UNION ALL
      SELECT r."entityId", r.document->>'name', r.document->>'alternateName', false FROM "Revision" AS r
      WHERE r."openKey" IS NOT NULL AND r.entity = 'Organization' AND NOT EXISTS (SELECT 1 FROM "Organization" AS o WHERE o.id = r."entityId")
    ), alike AS (
      SELECT "organizationId" AS id, 'phone' AS why, 3::real AS likeness FROM "Phone" WHERE number = ANY(${numbers}::text[])
      UNION ALL
      SELECT l."organizationId", 'address', 1 + similarity(a.address1, sought.street)
      FROM unnest(${addresses.map(({ address1 }) => address1)}::text[], ${addresses.map(({ postalCode }) => postalCode)}::text[]) AS sought(street, zip)
      JOIN "Address" AS a ON a."postalCode" = sought.zip AND split_part(a.address1, ' ', 1) = split_part(sought.street, ' ', 1) AND similarity(${folded(Prisma.sql`a.address1`)}, ${folded(Prisma.sql`sought.street`)}) >= ${leastStreetSimilarity}::real
      JOIN "Location" AS l ON l.id = a."locationId"
      UNION ALL
      SELECT id, 'name', likeness FROM listed
      CROSS JOIN LATERAL (SELECT similarity(${own}, ${fold(name)}) AS likeness, greatest(word_similarity(${fold(name)}, ${own}), word_similarity(${fold(name)}, "alternateName")) AS part OFFSET 0) AS compared
      WHERE length(${name}::text) > 2 AND (likeness >= ${leastNameSimilarity}::real OR part >= ${leastPartSimilarity}::real)
    ), best AS (SELECT DISTINCT ON (id) id, why, likeness FROM alike WHERE id <> ${id} ORDER BY id, likeness DESC)
    SELECT id, name, hidden, why,
      (SELECT a.city FROM "Location" AS l JOIN "Address" AS a ON a."locationId" = l.id WHERE l."organizationId" = listed.id ORDER BY l.position LIMIT 1) AS city
    FROM best JOIN listed USING (id) ORDER BY likeness DESC, name LIMIT ${most}`;
}
