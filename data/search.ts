import { db, Prisma } from "./db";
import { isFiltered, type HelpFilters } from "@/lib/helpFilters";
import type { Point } from "@/lib/distance";
import { wordsOf } from "@/lib/fold";

export const pageSize = 50;
/** Counting and ranking stop here: nobody reads a thousand listings, and more of them make searching slow. */
export const countLimit = 1000;
const mostWords = 8;
/** Longer "words" are no words, and PostgreSQL refuses those past 2,046 bytes. */
const longestWord = 50;
/** Of the trigrams of both words, how many are shared: "asilum" and "asylum" 0.4, "persian" and "persona" 0.33. */
const leastSimilarity = 0.38;

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
type Found = Omit<SearchResult, "match" | "words">;

/**
 * Finds organizations. Whatever a listing does not say is unknown, never "no": it comes after the confirmed matches.
 * Words must match (in either language, without accents too); first all, then with spelling mended, then some of them.
 * @param near the middle of the reader's ZIP area: nearest first
 * @param page from 1, pageSize each
 */
export async function searchListings(filters: HelpFilters, near: Point | null, page: number): Promise<SearchResult> {
  const words = [...new Set(wordsOf(filters.q ?? "").map((word) => word.slice(0, longestWord)))].slice(0, mostWords);
  // A search for "%!" has no words: nothing is found, rather than everything.
  if (words.length === 0) return { ...(filters.q ? nothing : await read(filters, near, page, null)), match: "all", words };
  const find = (query: string) => (query ? read(filters, near, page, query) : nothing);
  const isFound = ({ confirmed, unknown }: Found) => confirmed + unknown > 0;

  const terms = await termsOf(words, ":*");
  const all = await find(every(terms.map(({ query }) => query)));
  if (isFound(all)) return { ...all, match: "all", words };

  const spellings = await mend(terms);
  const mended = spellings.flat().map(({ word }) => word);
  const queries = spellings.map((terms) => any(terms.map(({ query }) => query)));
  if (queries.every(Boolean) && mended.some((word) => !words.includes(word))) {
    const similar = await find(every(queries));
    if (isFound(similar)) return { ...similar, match: "similar", words: mended };
  }

  const parts = queries.filter(Boolean);
  const almostAll = parts.length > 2 ? await find(any(parts.map((_, left) => every(parts.filter((_, index) => index !== left))))) : nothing;
  return { ...(isFound(almostAll) ? almostAll : await find(any(parts))), match: "some", words: mended };
}

const nothing: Found = { hits: [], confirmed: 0, unknown: 0 };

/** A word and what finds it: a tsquery as PostgreSQL writes it. */
type Term = { word: string; query: string };
const every = (queries: string[]) => queries.map((query) => `(${query})`).join(" & ");
const any = (queries: string[]) => queries.map((query) => `(${query})`).join(" | ");

/**
 * Each word as English and as Spanish, and as the beginning of any word where the reader wrote it. Words that either
 * language leaves out of its index ("for", "para") are left out here as well, unless they are all there is.
 */
async function termsOf(words: string[], ending: "" | ":*"): Promise<Term[]> {
  const terms = await db.$queryRaw<(Term & { whole: string; says: boolean })[]>`
    SELECT word, (english || spanish || to_tsquery('simple', CASE WHEN length(word) > 2 THEN word || ${ending} ELSE word END))::text AS query,
      plainto_tsquery('simple', word)::text AS whole, numnode(english) > 0 AND numnode(spanish) > 0 AS says
    FROM unnest(${words}::text[]) WITH ORDINALITY AS asked(word, position),
      plainto_tsquery('english', word) AS english, plainto_tsquery('spanish', word) AS spanish
    ORDER BY position`;
  const saying = terms.filter(({ says }) => says);
  return saying.length > 0 ? saying : terms.flatMap(({ word, whole }) => (whole ? [{ word, query: whole }] : []));
}

/** For each word: itself where some listing has it, else up to three words of listings that are spelled nearly so. */
async function mend(terms: Term[]): Promise<Term[][]> {
  const rows = await db.$queryRaw<{ asked: string; known: boolean; words: string[] }[]>`
    SELECT asked, known, ARRAY(
      SELECT word FROM (
        SELECT word, similarity(word, asked) AS nearness, max(similarity(word, asked)) OVER () AS nearest
        FROM "SearchWord" WHERE NOT known AND word <> asked AND word % asked AND similarity(word, asked) > ${leastSimilarity}::real
      ) AS near WHERE nearness > nearest - 0.1 ORDER BY nearness DESC, word LIMIT 3
    ) AS words
    FROM unnest(${terms.map(({ word }) => word)}::text[], ${terms.map(({ query }) => query)}::text[]) AS term(asked, query)
    CROSS JOIN LATERAL (SELECT count(*) > 0 AS known FROM (SELECT 1 FROM "SearchDocument" WHERE vector @@ query::tsquery LIMIT ${countLimit}) AS found) AS listed`;
  const near = await termsOf([...new Set(rows.flatMap(({ words }) => words))], "");
  return terms.map((term) => {
    const row = rows.find(({ asked }) => asked === term.word);
    return row?.known ? [term] : near.filter(({ word }) => row?.words.includes(word));
  });
}

// A day ends when it ends in the city. Without a city (nothing is loaded yet) the server's day is as good as any.
const today = Prisma.sql`coalesce((now() AT TIME ZONE (SELECT "timeZone" FROM "City" LIMIT 1))::date, CURRENT_DATE)`;

/** For each filter: is it known to hold? Null where the listing does not say. */
function conditions({ need, language, free, recognized }: HelpFilters): Prisma.Sql[] {
  const known: Prisma.Sql[] = [];
  if (need) known.push(Prisma.sql`needs @> ARRAY[${need}]`);
  if (language) known.push(Prisma.sql`languages @> ARRAY[${language}]`);
  if (free) known.push(Prisma.sql`free IS TRUE`);
  if (recognized) known.push(Prisma.sql`("recognizedUntil" IS NOT NULL AND "recognizedUntil" >= ${today})`);
  return known;
}

/** One page of the organizations that a tsquery finds (null: all) and filters do not rule out, and how many there are. */
async function read(filters: HelpFilters, near: Point | null, page: number, query: string | null): Promise<Found> {
  const known = conditions(filters);
  const confirmed = known.length > 0 ? Prisma.sql`(${Prisma.join(known, " AND ")})` : Prisma.sql`true`;
  const others = known.length > 0 ? Prisma.sql`NOT ${confirmed}` : Prisma.sql`false`;
  // OFFSET 0 hides from the planner what is asked. It would read whole vectors row by row for a word that most
  // listings have, which is ten times slower than the index.
  const documents = query === null ? Prisma.sql`"SearchDocument" WHERE true` : Prisma.sql`(SELECT ${query}::tsquery AS query OFFSET 0) AS asked, "SearchDocument" WHERE vector @@ query`;
  const allowed = Prisma.sql`${documents}${filters.free ? Prisma.sql` AND free IS DISTINCT FROM false` : Prisma.empty}`;
  // The whole list is counted whole, so that every listing stays within reach of someone who only turns pages.
  const limit = isFiltered(filters) ? Prisma.sql`LIMIT ${countLimit}` : Prisma.empty;
  const count = (condition: Prisma.Sql) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${allowed} AND ${condition} ${limit}) AS counted)`;
  const [counts] = await db.$queryRaw<[{ confirmed: number; unknown: number }]>`SELECT ${count(confirmed)} AS confirmed, ${count(others)} AS unknown`;

  // Equirectangular distance: within a county it differs from the great circle by less than a house.
  const miles = near
    ? Prisma.sql`69.0934 * sqrt((latitude - ${near.latitude}) ^ 2 + ((longitude - ${near.longitude}) * cos(radians(${near.latitude}))) ^ 2)`
    : Prisma.sql`NULL::float8`;
  const rows = (condition: Prisma.Sql, count: number, limit: number, offset: number) => {
    if (limit <= 0) return [];
    const columns = Prisma.sql`"organizationId" AS id, ${miles} AS miles, name`;
    const page = Prisma.sql`LIMIT ${limit} OFFSET ${offset}`;
    if (near) return db.$queryRaw<Row[]>`SELECT ${columns} FROM ${allowed} AND ${condition} ORDER BY miles NULLS LAST, name, id ${page}`;
    // Few are found and then sorted; of many the first are met soon by walking along the names.
    const few = count < countLimit ? Prisma.sql`OFFSET 0` : Prisma.empty;
    if (query === null) return db.$queryRaw<Row[]>`SELECT id, miles FROM (SELECT ${columns} FROM ${allowed} AND ${condition} ${few}) AS listed ORDER BY name, id ${page}`;
    // The few words of the names are quickly ranked; whole vectors are not, so only the best of those are.
    return db.$queryRaw<Row[]>`
      SELECT id, miles FROM (
        SELECT ${columns}, vector, query FROM ${allowed} AND ${condition} ORDER BY ts_rank(names, query) DESC, name, id LIMIT ${countLimit}
      ) AS best ORDER BY ts_rank(vector, query) DESC, name, id ${page}`;
  };
  const offset = (page - 1) * pageSize;
  const first = await rows(confirmed, counts.confirmed, Math.min(pageSize, counts.confirmed - offset), offset);
  const then = await rows(others, counts.unknown, Math.min(pageSize - first.length, counts.unknown), Math.max(0, offset - counts.confirmed));
  return { hits: [...first.map(hit(true)), ...then.map(hit(false))], ...counts };
}

type Row = { id: string; miles: number | null };
const hit = (confirmed: boolean) => ({ id, miles }: Row) => ({ id, confirmed, miles });

/** The middle of a ZIP area, or null where the Census knows none of this number near the city. */
export async function postalCodeCentre(code: string): Promise<Point | null> {
  return db.postalCode.findUnique({ where: { code }, select: { latitude: true, longitude: true } });
}
