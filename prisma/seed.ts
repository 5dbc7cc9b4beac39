import { db } from "../data/db.ts";
import { refreshSearchDocuments } from "../data/searchDocuments.ts";
import { ContentError, readContent } from "./content.ts";
import { seedCity, seedPostalCodes } from "./seed/city.ts";
import { seedDirectives } from "./seed/directives.ts";
import { seedGuides } from "./seed/guides.ts";
import { seedListings } from "./seed/listings.ts";
import { seedSources } from "./seed/texts.ts";

// Loads the starter content of content/ into the database. Records are known by their keys and slugs, so loading
// twice changes nothing, and loading after a file was edited brings the database up to the file.
try {
  const content = await readContent();
  const organizations = await db.$transaction(
    async (transaction) => {
      await seedSources(transaction, content);
      await seedPostalCodes(transaction, content);
      await seedGuides(transaction, content);
      await seedDirectives(transaction, content);
      return seedListings(transaction, content);
    },
    { timeout: 120_000 },
  );
  await refreshSearchDocuments(organizations);
  // The city comes last: a database without one counts as empty, and is filled again.
  await db.$transaction((transaction) => seedCity(transaction, content));
  const chapters = content.guides.map((guide) => `${guide.chapters.length} chapters of ${guide.key}`).join(", ");
  console.log(`  loaded ${chapters}, ${content.directives.length} directives, ${content.listings.length} listings, ${Object.keys(content.sources).length} sources`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(`The starter content cannot be used:\n${error.message}`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
