import pg from "pg";
import { loadListings } from "./loadListings.ts";
import { syntheticListings, take } from "./synthetic.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { readContent } from "../prisma/content.ts";

const batch = 2000;

/**
 * The database whose search is measured: the real content, and synthetic listings added to it step by step.
 * DATABASE_URL must name it, migrated and seeded, before this is called.
 */
export async function openSearchDatabase(url: string, say: (line: string) => void) {
  const content = await readContent();
  // Not at the top: data/db.ts reads DATABASE_URL when it is loaded.
  const [{ writeSearchDocuments }, { readDocuments }, { db }] = await Promise.all([import("../data/searchDocuments.ts"), import("../data/records.ts"), import("../data/db.ts")]);
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // when it is stopped the next query says so
  await client.connect();
  const count = async () => (await client.query<{ count: number }>('SELECT count(*)::int AS count FROM "SearchDocument"')).rows[0]!.count;
  const postalCodes = (await client.query<{ code: string }>('SELECT code FROM "PostalCode" ORDER BY md5(code)')).rows.map(({ code }) => code);
  const listings = syntheticListings(content, postalCodes);
  return {
    vocabulary: vocabularyOf(content),
    postalCodes,
    /** Adds listings until there are so many. */
    async grow(total: number): Promise<void> {
      const began = Date.now();
      for (let missing = total - (await count()); missing > 0; missing -= batch) {
        const rows = take(listings, Math.min(batch, missing));
        await loadListings(client, rows);
        const documents = await readDocuments(db, "Organization", rows.map(({ id }) => id));
        await writeSearchDocuments(db, [...documents].map(([id, document]) => ({ id, document })));
      }
      // What autovacuum does by itself within minutes: statistics, and the index's list of new entries.
      await client.query("VACUUM (ANALYZE)");
      say(`${total} listings loaded (${Math.round((Date.now() - began) / 1000)} s)`);
    },
    /** Names to search for. */
    names: async (limit: number) => (await client.query<{ name: string }>(`SELECT name FROM "Organization" WHERE kind = 'provider' ORDER BY md5(slug) LIMIT ${limit}`)).rows.map(({ name }) => name),
    async size(): Promise<string> {
      const { rows } = await client.query<{ size: string }>(`SELECT pg_size_pretty(pg_total_relation_size('"SearchDocument"') + pg_total_relation_size('"SearchWord"')) AS size`);
      return rows[0]!.size;
    },
    async close(): Promise<void> {
      await client.end();
      await db.$disconnect();
    },
  };
}
