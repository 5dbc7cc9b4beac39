import { record } from "../data/audit.ts";
import { db } from "../data/db.ts";
import { refreshSearchDocuments } from "../data/refreshSearchDocuments.ts";
import { ContentError, readContent } from "./content.ts";
import { seedCity, seedPostalCodes } from "./seed/city.ts";
import { seedDirectives } from "./seed/directives.ts";
import { seedGuides } from "./seed/guides.ts";
import { seedListings } from "./seed/listings.ts";
import { seedSources } from "./seed/sources.ts";

// Loads the starter content of content/ into the database. Records are known by their keys and slugs, so loading
// twice changes nothing, and loading after a file was edited brings the database up to the file. What staff have
// changed since is theirs, and stays.
try {
  const content = await readContent();
  const left = await db.$transaction(
    async (transaction) => {
      await seedSources(transaction, content);
      await seedPostalCodes(transaction, content);
      const left = (await seedGuides(transaction, content)) + (await seedDirectives(transaction, content)) + (await seedListings(transaction, content));
      // The city comes last: a database without one counts as empty, and is filled again.
      await seedCity(transaction, content);
      await record(transaction, null, { action: "content.load", detail: { left } });
      return left;
    },
    { timeout: 120_000 },
  );
  const chapters = content.guides.map((guide) => `${guide.chapters.length} chapters of ${guide.key}`).join(", ");
  console.log(`  loaded ${chapters}, ${content.directives.length} directives, ${content.listings.length} listings, ${Object.keys(content.sources).length} sources`);
  if (left > 0) console.log(`  left as they are, because staff have changed them: ${left}`);
  // The words of the needs stand in what searching reads of every listing.
  const refreshed = await refreshSearchDocuments();
  if (refreshed > 0) console.log(`  listings that are found by other words now: ${refreshed}`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(`The starter content cannot be used:\n${error.message}`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
