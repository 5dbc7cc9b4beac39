import { db, Prisma } from "./db";
import { isFiltered, type HelpFilters } from "@/lib/helpFilters";
import type { Point } from "@/lib/distance";
import { wordsOf } from "@/lib/fold";

export const pageSize = 50;
/** Counting stops here: nobody reads a thousand listings, and counting more makes searching slow. */
export const countLimit = 1000;
const mostWords = 8;

export type SearchResult = {
  /** Organization ids of this page, confirmed matches first, with the distance in miles where it is known. */
  hits: { id: string; confirmed: boolean; miles: number | null }[];
  /** Each at most countLimit. */
  confirmed: number;
  unknown: number;
  /** all: every word was found. similar: misspelled words were read as `words`. some: only some of the words. */
  match: "all" | "similar" | "some";
  words: string[];
};

/**
 * Finds organizations. Whatever a listing does not say is unknown, never "no": it comes after the confirmed matches.
 * Words must match (in either language, without accents too); first all, then with spelling mended, then some of them.
 * @param near the middle of the reader's ZIP area: nearest first
 * @param page from 1, pageSize each
 */
export async function searchListings(filters: HelpFilters, near: Point | null, page: number): Promise<SearchResult> {
  const words = [...new Set(wordsOf(filters.q ?? ""))].slice(0, mostWords);
  if (words.length === 0) return run(filters, near, page, filters.q ? Prisma.sql`false` : Prisma.sql`true`, null, { match: "all", words });
  const exact = allOf(words.map((word) => [word]));
  const found = await run(filters, near, page, matches(exact), exact, { match: "all", words });
  if (found.confirmed + found.unknown > 0 || page > 1) return found;
  const spellings = await similarWords(words);
  const mended = spellings.flat();
  if (spellings.every((list) => list.length > 0)) {
    const query = allOf(spellings);
    const similar = await run(filters, near, page, matches(query), query, { match: "similar", words: mended });
    if (similar.confirmed + similar.unknown > 0) return similar;
  }
  const query = Prisma.join(mended.concat(words).map(oneWord), " || ");
  return run(filters, near, page, matches(query), query, { match: "some", words: mended });
}

const matches = (query: Prisma.Sql) => Prisma.sql`vector @@ (${query})`;

// A word as English, as Spanish, or as the beginning of any word. Words that either language leaves out of its
// index ("for", "para") are left out here as well, unless they are all there is.
const oneWord = (word: string) =>
  Prisma.sql`CASE WHEN numnode(plainto_tsquery('english', ${word})) = 0 OR numnode(plainto_tsquery('spanish', ${word})) = 0 THEN ''::tsquery
    ELSE plainto_tsquery('english', ${word}) || plainto_tsquery('spanish', ${word}) || to_tsquery('simple', ${`${word}:*`}) END`;
const allOf = (spellings: string[][]) => Prisma.join(spellings.map((list) => Prisma.sql`(${Prisma.join(list.map(oneWord), " || ")})`), " && ");

/** For each word the nearest words that some listing really holds (trigrams); itself where it is one of them. */
async function similarWords(words: string[]): Promise<string[][]> {
  const rows = await db.$queryRaw<{ asked: string; word: string }[]>`
    SELECT asked, near.word FROM unnest(${words}::text[]) AS asked
    CROSS JOIN LATERAL (
      SELECT word FROM "SearchWord" WHERE word = asked OR (word % asked AND NOT EXISTS (SELECT 1 FROM "SearchWord" WHERE word = asked))
      ORDER BY similarity(word, asked) DESC, word LIMIT 3
    ) AS near`;
  return words.map((word) => rows.filter(({ asked }) => asked === word).map((row) => row.word));
}

/** For each filter: is it known to hold? Null where the listing does not say. */
function conditions({ need, language, free, recognized }: HelpFilters): Prisma.Sql[] {
  const known: Prisma.Sql[] = [];
  if (need) known.push(Prisma.sql`needs @> ARRAY[${need}]`);
  if (language) known.push(Prisma.sql`languages @> ARRAY[${language}]`);
  if (free) known.push(Prisma.sql`free IS TRUE`);
  if (recognized) known.push(Prisma.sql`recognized IS TRUE`);
  return known;
}

type Row = { id: string; confirmed: boolean; miles: number | null };

async function run(filters: HelpFilters, near: Point | null, page: number, where: Prisma.Sql, ranking: Prisma.Sql | null, words: Pick<SearchResult, "match" | "words">): Promise<SearchResult> {
  const known = conditions(filters);
  const confirmed = known.length > 0 ? Prisma.sql`(${Prisma.join(known, " AND ")})` : Prisma.sql`true`;
  const allowed = Prisma.sql`${where}${filters.free ? Prisma.sql` AND free IS DISTINCT FROM false` : Prisma.empty}${filters.recognized ? Prisma.sql` AND recognized IS DISTINCT FROM false` : Prisma.empty}`;
  // Equirectangular distance: within a county it differs from the great circle by less than a house.
  const miles = near
    ? Prisma.sql`69.0934 * sqrt((latitude - ${near.latitude}) ^ 2 + ((longitude - ${near.longitude}) * cos(radians(${near.latitude}))) ^ 2)`
    : Prisma.sql`NULL::float8`;
  const order = near ? Prisma.sql`miles NULLS LAST, name` : ranking ? Prisma.sql`ts_rank(vector, (${ranking})) DESC, name` : Prisma.sql`name`;
  // The whole list is counted whole, so that every listing stays within reach of someone who only turns pages.
  const limit = isFiltered(filters) ? Prisma.sql`LIMIT ${countLimit}` : Prisma.empty;
  const count = (condition: Prisma.Sql) => db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (SELECT 1 FROM "SearchDocument" WHERE ${allowed} AND ${condition} ${limit}) AS counted`;
  const rows = (condition: Prisma.Sql, isConfirmed: boolean, limit: number, offset: number) =>
    limit <= 0
      ? []
      : db.$queryRaw<Row[]>`
          SELECT "organizationId" AS id, ${isConfirmed} AS confirmed, ${miles} AS miles FROM "SearchDocument"
          WHERE ${allowed} AND ${condition} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`;

  const others = Prisma.sql`NOT ${confirmed}`;
  const [sure, unsure] = await Promise.all([count(confirmed), known.length > 0 ? count(others) : [{ count: 0 }]]);
  const [confirmedCount, unknownCount] = [sure[0]?.count ?? 0, unsure[0]?.count ?? 0];
  const offset = (page - 1) * pageSize;
  const first = await rows(confirmed, true, Math.min(pageSize, confirmedCount - offset), offset);
  const then = known.length > 0 ? await rows(others, false, Math.min(pageSize - first.length, unknownCount), Math.max(0, offset - confirmedCount)) : [];
  return { hits: [...first, ...then], confirmed: confirmedCount, unknown: unknownCount, ...words };
}

/** The middle of a ZIP area, or null where the Census knows none of this number near the city. */
export async function postalCodeCentre(code: string): Promise<Point | null> {
  return db.postalCode.findUnique({ where: { code }, select: { latitude: true, longitude: true } });
}
