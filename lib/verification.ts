import { daysAfter } from "./dates.ts";
import { textHash } from "./hash.ts";
import type { ListingDocument } from "./listing.ts";
import { sourceLocale } from "./locales.ts";

/** Phones change soonest, so they are confirmed apart from the rest. */
export const verifiedFacts = ["phones", "rest"] as const;
export type VerifiedFacts = (typeof verifiedFacts)[number];

/** How staff confirm a listing. An organization that confirms its own facts by its link does so by "organization". */
export const verificationMethods = ["call", "email", "visit", "website"] as const;
export type VerificationMethod = (typeof verificationMethods)[number];

/** For how many days a confirmation counts. */
export const daysCounted: Record<VerifiedFacts, number> = { phones: 90, rest: 180 };

/** For how many hours a member of staff may take back a confirmation of their own that was a mistake. */
export const hoursToTakeBack = 24;

/** The last day on which a confirmation made on this day counts. */
export function countsUntil(facts: VerifiedFacts, verifiedOn: string): string {
  return daysAfter(verifiedOn, daysCounted[facts]);
}

/** May somebody say today that they confirmed a listing on that day? Not tomorrow, and not longer ago than it could count. */
export function isVerifiable(day: string, today: string): boolean {
  return day <= today && day >= daysAfter(today, -daysCounted.rest);
}

/** What was confirmed, in short: a confirmation is void once its facts have another hash. */
export type FactsHashes = Record<VerifiedFacts, string>;
type Phones = { number: string; extension?: string | null | undefined; type: string }[];

/** The hash of some phones, whatever their order. */
export function phonesHash(phones: Phones): string {
  return textHash(phones.map(({ number, extension, type }) => `${number};${extension ?? ""};${type}`).sort());
}

/**
 * The hashes of both parts of a listing. A translation, how much of an address is shown, sources and what the Department
 * of Justice recognizes are nothing that an organization is asked about: changing them leaves its confirmation standing.
 */
export function factsHashes(listing: ListingDocument): FactsHashes {
  const { name, alternateName, email, website, locations, languages, schedules, services, text } = listing;
  const rest = {
    name, alternateName, email, website, languages, schedules,
    locations: locations.map(({ visibility: _, ...address }) => address),
    services: services.map(({ needs, cost, text }) => ({ needs, cost, text: text[sourceLocale] })),
    text: text[sourceLocale],
  };
  return { phones: phonesHash(listing.phones), rest: textHash(rest) };
}
