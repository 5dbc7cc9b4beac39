import { randomUUID } from "node:crypto";
import { approveRevision } from "../../data/revisions/decide.ts";
import { saveRevision } from "../../data/revisions/save.ts";
import { listingDocument, type ListingDocument } from "../../lib/listing.ts";
import { ana, ben } from "./people.ts";

export const sourceKey = "secondary-listing";

/** A listing of its own, approved and seen by residents. */
export async function testListing(change: Partial<ListingDocument> = {}): Promise<{ entityId: string; document: ListingDocument }> {
  const entityId = randomUUID();
  const document = listingDocument.parse({
    slug: `test-${entityId}`,
    kind: "provider",
    position: 900,
    name: "Test House",
    grade: "C",
    phones: [{ number: "(213) 555-0134" }],
    locations: [],
    services: [{ needs: ["asylum"], text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } }],
    text: { en: {}, es: {} },
    sources: {},
    ...change,
  });
  const saved = await saveRevision(ana, { entity: "Organization", entityId, base: 0, document, intent: "submit", sourceKey });
  if (saved.kind !== "saved") throw new Error(`The listing was not saved: ${JSON.stringify(saved)}`);
  const decided = await approveRevision(ben, saved.revisionId, saved.version);
  if (decided.kind !== "decided") throw new Error(`The listing was not approved: ${decided.kind}`);
  return { entityId, document };
}
