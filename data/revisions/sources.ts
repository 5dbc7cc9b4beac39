import { z } from "zod";
import { isSame } from "@/lib/changes";
import type { DocumentOf, RecordEntity } from "@/lib/documents";
import type { Fault } from "@/lib/faults";
import { statedFacts, withOwnSources, type ListedFact, type ListingDocument } from "@/lib/listing";
import { sourceLocale } from "@/lib/locales";
import { needsSource, type Sensitive } from "@/lib/sensitive";

/** Fact → the part of a listing that states it. */
const parts: Record<ListedFact, (listing: ListingDocument) => unknown> = {
  name: ({ name, alternateName }) => [name, alternateName],
  phone: ({ phones }) => phones,
  address: ({ locations }) => locations.map(({ visibility: _, ...address }) => address),
  website: ({ website }) => website,
  email: ({ email }) => email,
  hours: ({ schedules }) => schedules,
  languages: ({ languages, text }) => [languages, text[sourceLocale].languagesNote],
  intake: ({ text }) => text[sourceLocale].intake,
  services: ({ services, text }) => [services.map(({ needs, cost, text }) => [needs, cost, text[sourceLocale]]), text[sourceLocale].description],
  recognition: ({ recognition }) => recognition,
  coverage: ({ text }) => text[sourceLocale].coverage,
};

/** A document as a form gave it, with this source among those of a text, which needs one at least; a listing has its own beside each fact. */
export function namingSource(document: unknown, sourceKey: string | undefined): unknown {
  const text = z.looseObject({ sources: z.array(z.unknown()) }).safeParse(document).data;
  return text && sourceKey ? { ...text, sources: [...new Set([...text.sources, sourceKey])] } : document;
}

/**
 * A listing with this source beside every fact that the change touches; the others, and texts, keep theirs.
 * @param present the text that the person began with: the open proposal, else what is approved
 */
export function withSource<E extends RecordEntity>(entity: E, present: DocumentOf<E> | null, document: DocumentOf<E>, sourceKey: string | undefined): DocumentOf<E> {
  return entity === "Organization" ? (sourcedListing(present as ListingDocument | null, document as ListingDocument, sourceKey) as DocumentOf<E>) : document;
}

function sourcedListing(present: ListingDocument | null, listing: ListingDocument, sourceKey: string | undefined): ListingDocument {
  const own = withOwnSources(present ? { ...listing, sources: { ...present.sources, ...listing.sources } } : listing);
  if (!sourceKey) return own;
  const touched = statedFacts(listing).filter((fact) => !present || !isSame(parts[fact](present), parts[fact](listing)));
  return { ...own, sources: { ...own.sources, ...Object.fromEntries(touched.map((fact) => [fact, [sourceKey]])) } };
}

/** Nothing unsourced is proposed: a sensitive change names its source, and every fact of a listing has one. */
export function checkSources<E extends RecordEntity>(entity: E, sensitive: Sensitive[], document: DocumentOf<E>, sourceKey: string | null, restores: number | undefined): Fault[] {
  if (needsSource(sensitive) && !sourceKey && restores === undefined) return [{ path: "source", code: "required" }];
  if (entity !== "Organization") return [];
  const listing = document as ListingDocument;
  return statedFacts(listing).some((fact) => !listing.sources[fact]) ? [{ path: "source", code: "required" }] : [];
}
