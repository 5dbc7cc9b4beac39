import { db } from "./db";
import { slugOf } from "@/lib/importedListing";

/**
 * The end of the address of a listing that nobody has approved yet: from its name, like no other's, proposed ones included.
 * @param id of the listing itself: its own proposal may keep what it has
 */
export async function freeListingSlug(id: string, name: string): Promise<string> {
  const slug = slugOf(name) || "listing";
  const rows = await db.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM "Organization" WHERE starts_with(slug, ${slug})
    UNION SELECT document->>'slug' FROM "Revision" WHERE "openKey" IS NOT NULL AND entity = 'Organization' AND "entityId" <> ${id} AND starts_with(document->>'slug', ${slug})`;
  const taken = new Set(rows.map(({ slug }) => slug));
  const free = (number: number): string => (taken.has(`${slug}-${number}`) ? free(number + 1) : `${slug}-${number}`);
  return taken.has(slug) ? free(2) : slug;
}
