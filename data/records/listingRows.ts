import { Prisma, type Transaction } from "../db";

/** The texts of one record in every language. */
const textsOf = (entity: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`(SELECT json_object_agg(locale, text) FROM "Translation" WHERE entity = ${entity} AND "entityId" = ${id})`;

/**
 * Listings as their tables hold them, by id, in the shape of listingDocument but not checked; ids that nobody knows are
 * missing. One statement: imports read tens of thousands. Each part is looked up by itself ("LIMIT 1" keeps an address
 * from being joined): right after an import PostgreSQL takes the tables for small, and would read them whole for every listing.
 */
export async function readListingRows(transaction: Transaction, ids: string[]): Promise<Map<string, Record<string, unknown>>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ id: string; listing: Record<string, unknown> }[]>`
    SELECT o.id, json_strip_nulls(json_build_object(
      'slug', o.slug, 'kind', o.kind, 'position', o.position, 'name', o.name, 'alternateName', o."alternateName", 'email', o.email, 'website', o.website, 'grade', o.grade, 'hidden', o.hidden,
      'phones', (SELECT coalesce(json_agg(json_build_object('number', number, 'extension', extension, 'type', type) ORDER BY position), '[]') FROM "Phone" WHERE "organizationId" = o.id),
      'locations', (
        SELECT coalesce(json_agg(json_build_object(
          'address1', a.address1, 'address2', a.address2, 'city', a.city, 'stateProvince', a."stateProvince", 'postalCode', a."postalCode", 'addressType', a."addressType", 'visibility', a.visibility) ORDER BY l.position), '[]')
        FROM "Location" l CROSS JOIN LATERAL (SELECT * FROM "Address" WHERE "locationId" = l.id LIMIT 1) a WHERE l."organizationId" = o.id),
      'languages', (SELECT coalesce(json_agg(code ORDER BY code COLLATE "C"), '[]') FROM "Language" WHERE "organizationId" = o.id),
      'schedules', (SELECT coalesce(json_agg(json_build_object('byday', string_to_array(byday, ','), 'opensAt', "opensAt", 'closesAt', "closesAt")), '[]') FROM "Schedule" WHERE "organizationId" = o.id),
      'recognition', (SELECT json_build_object('recognizedOn', "recognizedOn", 'expiresOn', "expiresOn", 'renewalPending', "renewalPending", 'status', status) FROM "Recognition" WHERE "organizationId" = o.id),
      'services', (
        SELECT coalesce(json_agg(json_build_object(
          'needs', (SELECT coalesce(json_agg(term.code ORDER BY term.position), '[]') FROM "Attribute" JOIN "TaxonomyTerm" term ON term.id = "taxonomyTermId" WHERE "serviceId" = s.id),
          'cost', (SELECT option FROM "CostOption" WHERE "serviceId" = s.id LIMIT 1),
          'text', ${textsOf(Prisma.sql`'Service'`, Prisma.sql`s.id`)}) ORDER BY s.position), '[]')
        FROM "Service" s WHERE s."organizationId" = o.id),
      'conflicts', (
        SELECT coalesce(json_agg(json_build_object(
          'field', c.field, 'note', c.note,
          'text', (SELECT json_object_agg(locale, text->'text') FROM "Translation" WHERE entity = 'Conflict' AND "entityId" = c.id)) ORDER BY c.position), '[]')
        FROM "Conflict" c WHERE c."organizationId" = o.id),
      'text', coalesce(${textsOf(Prisma.sql`'Organization'`, Prisma.sql`o.id`)}, '{}'),
      'sources', (
        SELECT coalesce(json_object_agg(field, keys), '{}')
        FROM (SELECT field, json_agg("sourceKey" ORDER BY position) AS keys FROM "Citation" WHERE entity = 'Organization' AND "entityId" = o.id GROUP BY field) AS cited)
    )) AS listing
    FROM "Organization" o WHERE o.id = ANY(${ids}::text[])`;
  return new Map(rows.map(({ id, listing }) => [id, listing]));
}
