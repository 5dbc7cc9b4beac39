import { z } from "zod";
import { days, inEachLanguage, listedFacts, listingFile, needCodes, slug } from "./content.ts";
import { sourceLocale } from "./locales.ts";
import { parsePhone } from "./phones.ts";
import { confirmed, isStorable, line, texts } from "./texts.ts";

export type ListedFact = (typeof listedFacts)[number];

const optionalLine = line.optional();

/** As people write it; kept as E.164. */
const phoneNumber = z.string().max(40).transform((written, context) => {
  const number = parsePhone(written);
  if (number) return number;
  context.addIssue({ code: "custom", message: "phone" });
  return z.NEVER;
});

type Schedule = { byday: (typeof days.options)[number][]; opensAt: string; closesAt: string };

/** Sets have one order, so that the same facts are the same document however they were entered. */
function fromMonday(schedules: Schedule[]): Schedule[] {
  const place = ({ byday, opensAt, closesAt }: Schedule) => `${Math.min(...byday.map((day) => days.options.indexOf(day)))} ${opensAt} ${closesAt}`;
  return schedules.map(({ byday, ...times }) => ({ byday: days.options.filter((day) => byday.includes(day)), ...times })).sort((a, b) => place(a).localeCompare(place(b)));
}

export const addressVisibilities = ["full", "area", "hidden"] as const;

/**
 * One organization with all its parts, as staff edit it and as revisions keep it. The files of content/listings have
 * the same shape without slug and hidden. A fact whose sources are not named is served by the list named "all".
 */
export const listingDocument = listingFile.extend({
  slug,
  hidden: z.boolean().default(false),
  position: z.int().min(0).max(1_000_000),
  name: line,
  alternateName: optionalLine,
  phones: z.array(z.strictObject({ number: phoneNumber, extension: z.string().regex(/^\d{1,8}$/, "extension").optional(), type: z.enum(["voice", "hotline"]).default("voice") })).max(20),
  locations: z
    .array(
      z.strictObject({
        address1: line,
        address2: optionalLine,
        city: line,
        stateProvince: z.string().regex(/^[A-Z]{2}$/, "state"),
        postalCode: z.string().regex(/^\d{5}$/, "zip"),
        addressType: z.enum(["physical", "postal"]).default("physical"),
        visibility: z.enum(addressVisibilities).default("full"),
      }),
    )
    .max(50),
  services: z.array(listingFile.shape.services.element.extend({ needs: listingFile.shape.services.element.shape.needs.transform((needs) => needCodes.filter((code) => needs.includes(code))), text: inEachLanguage(texts.Service) })).min(1).max(50),
  languages: listingFile.shape.languages.unwrap().max(100).default([]).transform((codes) => [...new Set(codes)].sort()),
  schedules: listingFile.shape.schedules.unwrap().max(50).default([]).transform(fromMonday),
  conflicts: z
    .array(z.strictObject({ field: z.enum(listedFacts), note: z.string().trim().max(1000).refine(isStorable, "characters"), text: inEachLanguage(texts.Conflict.shape.text) }))
    .max(20)
    .default([]),
  recognition: listingFile.shape.recognition.unwrap().extend({ status: line }).optional(),
  confirmed,
  sources: z.partialRecord(z.enum(["all", ...listedFacts]), z.array(slug).min(1).max(20)),
});
export type ListingDocument = z.output<typeof listingDocument>;

/** Which of the facts that readers ask about does this listing say? */
export function statedFacts(listing: ListingDocument): ListedFact[] {
  const text = listing.text[sourceLocale];
  const says: Record<ListedFact, boolean> = {
    name: true,
    phone: listing.phones.length > 0,
    address: listing.locations.length > 0,
    website: Boolean(listing.website),
    email: Boolean(listing.email),
    hours: listing.schedules.length > 0,
    languages: listing.languages.length > 0 || Boolean(text.languagesNote),
    intake: Boolean(text.intake),
    services: listing.services.some(({ needs, text }) => needs.length > 0 || Boolean(text[sourceLocale].description)),
    recognition: Boolean(listing.recognition),
    coverage: Boolean(text.coverage),
  };
  return listedFacts.filter((fact) => says[fact]);
}

/** The same listing with its sources fact by fact, and none for facts that it does not state. */
export function withOwnSources(listing: ListingDocument): ListingDocument {
  const own = statedFacts(listing).flatMap((fact) => {
    const keys = listing.sources[fact] ?? listing.sources.all;
    return keys ? [[fact, keys] as const] : [];
  });
  return { ...listing, sources: Object.fromEntries(own) };
}
