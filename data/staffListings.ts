import { db, Prisma } from "./db";
import { folded } from "./folded";
import type { OrganizationKind } from "./generated/enums";
import { documentOf, openKeyOf } from "./revisions/open";
import { isoDay } from "@/lib/dates";
import { fold, wordsOf } from "@/lib/fold";
import type { StaffListingQuery } from "@/lib/staffListingQuery";

export const staffPageSize = 50;
const mostWords = 8;
/** How well misspelled words stand in a name: "abacco hause" in "Ábaco House" 0.47, "food bank" in "Long Beach" 0.1. */
const leastLikeness = 0.4;

/** One row of the table of listings. */
export type StaffListing = {
  id: string;
  slug: string;
  kind: OrganizationKind;
  name: string;
  grade: string;
  cities: string[];
  phones: { number: string; extension: string | null }[];
  website: string | null;
  schedules: { byday: string; opensAt: string; closesAt: string }[];
  hidden: boolean;
  conflict: boolean;
  /** Its phones or the rest of its facts are due to be confirmed. */
  verify: boolean;
  /** The day on which somebody last confirmed any of it. */
  confirmedOn: string | null;
  changedAt: Date | null;
  /** Somebody's change that nobody has decided yet. */
  open: "draft" | "submitted" | null;
};

/** similar: nothing has these words; the rows are those whose names are spelled nearly so. page: the one shown, as asked if there is such a page. */
export type StaffListingPage = { rows: StaffListing[]; total: number; page: number; similar: boolean };

/**
 * The table of listings, hidden ones too.
 * @param today ISO day in the city
 */
export async function listStaffListings(query: StaffListingQuery, today: string): Promise<StaffListingPage> {
  const conditions = [...filters(query, today), ...words(query.q)];
  const found = await find(conditions, order(query), query.page);
  // Numbers are not spelled.
  if (found.ids.length > 0 || !query.q || !/\p{L}/u.test(query.q)) return { ...found, rows: await rowsOf(found.ids, today), similar: false };
  const likeness = Prisma.sql`word_similarity(${fold(query.q)}, ${folded(Prisma.sql`o.name`)})`;
  const near = await find([...filters(query, today), Prisma.sql`${likeness} > ${leastLikeness}::real`], Prisma.sql`${likeness} DESC`, query.page);
  return { ...near, rows: await rowsOf(near.ids, today), similar: near.ids.length > 0 };
}

async function find(conditions: Prisma.Sql[], order: Prisma.Sql, page: number): Promise<{ ids: string[]; total: number; page: number }> {
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string; total: number }[]>`
    SELECT o.id, count(*) OVER ()::int AS total FROM "Organization" AS o ${where}
    ORDER BY ${order}, ${folded(Prisma.sql`o.name`)}, o.id LIMIT ${staffPageSize} OFFSET ${(page - 1) * staffPageSize}`;
  // The list has become shorter, or somebody wrote the address: its first page is there.
  if (rows.length === 0 && page > 1) return find(conditions, order, 1);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0, page };
}

function filters({ city, need, grade, kind, state }: StaffListingQuery, today: string): Prisma.Sql[] {
  const found: Prisma.Sql[] = [];
  if (city) found.push(Prisma.sql`o.id IN (SELECT l."organizationId" FROM "Location" AS l JOIN "Address" AS a ON a."locationId" = l.id WHERE a.city = ${city})`);
  if (need) found.push(Prisma.sql`o.id IN (SELECT s."organizationId" FROM "Service" AS s JOIN "Attribute" AS t ON t."serviceId" = s.id JOIN "TaxonomyTerm" AS n ON n.id = t."taxonomyTermId" WHERE n."taxonomyKey" = 'need' AND n.code = ${need})`);
  if (grade) found.push(Prisma.sql`o.grade = ${grade}`);
  if (kind) found.push(Prisma.sql`o.kind = ${kind}::"OrganizationKind"`);
  if (state === "hidden") found.push(Prisma.sql`o.hidden`);
  if (state === "conflict") found.push(Prisma.sql`o.id IN (SELECT "organizationId" FROM "Conflict")`);
  if (state === "waiting") found.push(Prisma.sql`o.id IN (SELECT "entityId" FROM "Revision" WHERE "openKey" IS NOT NULL AND entity = 'Organization' AND state = 'submitted')`);
  if (state === "draft") found.push(Prisma.sql`o.id IN (SELECT "entityId" FROM "Revision" WHERE "openKey" IS NOT NULL AND entity = 'Organization' AND state = 'draft')`);
  if (state === "verify") {
    const confirmed = (facts: string) => Prisma.sql`o.id IN (SELECT "organizationId" FROM "Verification" WHERE facts = ${facts}::"VerifiedFacts" AND "validUntil" >= ${today}::date)`;
    found.push(Prisma.sql`(NOT ${confirmed("rest")} OR NOT ${confirmed("phones")} AND o.id IN (SELECT "organizationId" FROM "Phone"))`);
  }
  return found;
}

/** Every word stands somewhere in the names or one of the addresses; or all of it is a telephone number, or a part of one. */
function words(q: string | undefined): Prisma.Sql[] {
  if (!q) return [];
  const asked = [...new Set(wordsOf(q))].slice(0, mostWords);
  // "%!" has no words: nothing is found, rather than everything.
  if (asked.length === 0) return [Prisma.sql`false`];
  const text = folded(Prisma.sql`concat_ws(' ', o.name, o."alternateName", a.address1, a.address2, a.city, a."postalCode")`);
  const somewhere = Prisma.sql`o.id IN (
    SELECT o.id FROM "Organization" AS o LEFT JOIN "Location" AS l ON l."organizationId" = o.id LEFT JOIN "Address" AS a ON a."locationId" = l.id
    WHERE ${text} LIKE ALL (${asked.map((word) => `%${word}%`)}::text[]))`;
  const digits = /^[\d\s().+-]+$/.test(q) ? q.replace(/\D/g, "") : "";
  const number = digits.length > 2 ? Prisma.sql` OR o.id IN (SELECT "organizationId" FROM "Phone" WHERE number LIKE ${`%${digits}%`})` : Prisma.empty;
  return [Prisma.sql`(${somewhere}${number})`];
}

function order({ sort }: StaffListingQuery): Prisma.Sql {
  switch (sort) {
    case "grade":
      return Prisma.sql`o.grade`;
    case "confirmed":
      return Prisma.sql`(SELECT max(v."verifiedOn") FROM "Verification" AS v WHERE v."organizationId" = o.id) NULLS FIRST`;
    case "changed":
      return Prisma.sql`(SELECT r."updatedAt" FROM "RecordVersion" AS r WHERE r.entity = 'Organization' AND r."entityId" = o.id) DESC NULLS LAST`;
    default:
      return folded(Prisma.sql`o.name`);
  }
}

async function rowsOf(ids: string[], today: string): Promise<StaffListing[]> {
  const id = { in: ids };
  const [organizations, versions, revisions] = await Promise.all([
    db.organization.findMany({
      where: { id },
      select: {
        id: true, slug: true, kind: true, name: true, grade: true, website: true, hidden: true,
        phones: { orderBy: { position: "asc" }, select: { number: true, extension: true } },
        locations: { orderBy: { position: "asc" }, select: { address: { select: { city: true } } } },
        schedules: { select: { byday: true, opensAt: true, closesAt: true } },
        conflicts: { take: 1, select: { id: true } },
        verifications: { select: { facts: true, verifiedOn: true, validUntil: true } },
      },
    }),
    db.recordVersion.findMany({ where: { entity: "Organization", entityId: id }, select: { entityId: true, updatedAt: true } }),
    db.revision.findMany({ where: { openKey: { in: ids.map((id) => openKeyOf("Organization", id)) } }, select: { entityId: true, state: true } }),
  ]);
  const rows = organizations.map(({ locations, conflicts, verifications, ...facts }): StaffListing => {
    const isConfirmed = (part: string) => verifications.some(({ facts, validUntil }) => facts === part && isoDay(validUntil) >= today);
    const open = revisions.find(({ entityId }) => entityId === facts.id);
    return {
      ...facts,
      cities: [...new Set(locations.flatMap(({ address }) => address?.city ?? []))],
      conflict: conflicts.length > 0,
      verify: !isConfirmed("rest") || (!isConfirmed("phones") && facts.phones.length > 0),
      confirmedOn: verifications.map(({ verifiedOn }) => isoDay(verifiedOn)).sort().at(-1) ?? null,
      changedAt: versions.find(({ entityId }) => entityId === facts.id)?.updatedAt ?? null,
      open: open ? (open.state === "draft" ? "draft" : "submitted") : null,
    };
  });
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** The cities that some listing is in, in alphabetical order. */
export async function listCities(): Promise<string[]> {
  // Grouped, because Prisma would read every address to find what is distinct among them.
  const rows = await db.address.groupBy({ by: ["city"], orderBy: { city: "asc" } });
  return rows.map(({ city }) => city);
}

/** Listings that nobody has approved yet, so that no table has them: the newest first. */
export async function listNewListings(): Promise<{ id: string; name: string; state: "draft" | "submitted"; authorIds: string[]; createdAt: Date }[]> {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM "Revision" AS r WHERE r."openKey" IS NOT NULL AND r.entity = 'Organization' AND NOT EXISTS (SELECT 1 FROM "Organization" AS o WHERE o.id = r."entityId")
    ORDER BY r."createdAt" DESC LIMIT 100`;
  const rows = await db.revision.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { createdAt: "desc" },
    select: { entityId: true, state: true, document: true, authorIds: true, createdAt: true },
  });
  return rows.map(({ entityId, state, document, authorIds, createdAt }) => ({
    id: entityId,
    name: documentOf("Organization", document).name,
    state: state === "draft" ? "draft" : "submitted",
    authorIds,
    createdAt,
  }));
}

/** Which of these ZIP codes nobody knows around here: mistyped, or far away. */
export async function unknownPostalCodes(codes: string[]): Promise<string[]> {
  const known = await db.postalCode.findMany({ where: { code: { in: codes } }, select: { code: true } });
  return codes.filter((code) => !known.some((row) => row.code === code));
}
