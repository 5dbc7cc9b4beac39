import { Prisma } from "./db";

/**
 * What fold() of the database answers. Written out, PostgreSQL computes it in place: for ten thousand rows of a table that is several times
 * quicker than calling a function, which only an index needs.
 */
export function folded(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`lower(public.unaccent('public.unaccent', ${text}))`;
}
