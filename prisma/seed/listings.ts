import { ContentError, type Content } from "../content.ts";
import { forget, putStarter, untouched } from "./starter.ts";
import type { Transaction } from "../../data/db.ts";
import { writeTexts } from "../../data/records/texts.ts";
import { listingDocument, withOwnSources } from "../../lib/listing.ts";

/** The needs and the organizations. @returns how many organizations were left to staff */
export async function seedListings(transaction: Transaction, { needs, listings }: Content): Promise<number> {
  await seedNeeds(transaction, needs);
  const known = new Map((await transaction.organization.findMany({ select: { id: true, slug: true } })).map(({ slug, id }) => [slug, id]));
  const { left } = await putStarter(
    transaction,
    "Organization",
    listings.map(({ slug, facts }) => {
      const parsed = listingDocument.safeParse({ ...facts, slug });
      if (parsed.success) return { id: known.get(slug) ?? null, document: withOwnSources(parsed.data) };
      throw new ContentError(parsed.error.issues.map(({ path, message }) => `listings/${slug}.yaml: ${path.join(".")}: ${message}`).join("\n"));
    }),
  );
  const slugs = new Set(listings.map(({ slug }) => slug));
  const gone = await untouched(transaction, "Organization", [...known].flatMap(([slug, id]) => (slugs.has(slug) ? [] : [id])));
  const parts = await transaction.organization.findMany({ where: { id: { in: gone } }, select: { services: { select: { id: true } }, conflicts: { select: { id: true } } } });
  await transaction.translation.deleteMany({ where: { entityId: { in: parts.flatMap(({ services, conflicts }) => [...services, ...conflicts].map(({ id }) => id)) } } });
  await forget(transaction, "Organization", gone);
  await transaction.organization.deleteMany({ where: { id: { in: gone } } });
  return left;
}

async function seedNeeds(transaction: Transaction, needs: Content["needs"]): Promise<void> {
  const taxonomyKey = "need";
  await transaction.taxonomy.upsert({ where: { key: taxonomyKey }, create: { key: taxonomyKey }, update: {}, select: { key: true } });
  for (const [position, [code, words]] of Object.entries(needs).entries()) {
    const { id } = await transaction.taxonomyTerm.upsert({
      where: { taxonomyKey_code: { taxonomyKey, code } },
      create: { taxonomyKey, code, position },
      update: { position },
      select: { id: true },
    });
    await writeTexts(transaction, "TaxonomyTerm", [{ entityId: id, words }]);
  }
}
