import { cache } from "react";
import { db, type Transaction } from "./db";
import { sourcesOf } from "./sources";
import { translationsOf } from "./translations";
import type { OrganizationKind } from "./generated/enums";
import { shownAddress } from "@/lib/addresses";
import { isoDay } from "@/lib/dates";
import type { Locale } from "@/lib/locales";
import { phonesHash } from "@/lib/verification";

const columns = {
  id: true,
  slug: true,
  kind: true,
  name: true,
  alternateName: true,
  email: true,
  website: true,
  phones: { orderBy: { position: "asc" }, select: { number: true, extension: true, type: true } },
  locations: {
    orderBy: { position: "asc" },
    select: { address: { select: { address1: true, address2: true, city: true, stateProvince: true, postalCode: true, addressType: true, visibility: true } } },
  },
  schedules: { select: { byday: true, opensAt: true, closesAt: true } },
  languages: { orderBy: { code: "asc" }, select: { code: true } },
  services: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      costOptions: { select: { option: true } },
      attributes: { orderBy: { taxonomyTerm: { position: "asc" } }, select: { taxonomyTerm: { select: { id: true, code: true } } } },
    },
  },
  recognition: { select: { recognizedOn: true, expiresOn: true, renewalPending: true, status: true } },
  conflicts: { orderBy: { position: "asc" }, select: { id: true, field: true } },
  // Readers ask whether the number is right: the rest is confirmed apart from it.
  verifications: { where: { facts: "phones" }, orderBy: { verifiedOn: "desc" }, select: { method: true, verifiedOn: true, validUntil: true, factsHash: true } },
} as const;

/**
 * Organizations as a reader sees them, in the order of `ids`. Unknown facts are null or empty, never guessed.
 * Texts that nobody has translated yet are missing; so is what staff have hidden.
 */
export async function readListings(ids: string[], locale: Locale, transaction: Transaction = db) {
  const organizations = await transaction.organization.findMany({ where: { id: { in: ids }, hidden: false }, select: columns });
  const services = organizations.flatMap((organization) => organization.services);
  const conflicts = organizations.flatMap((organization) => organization.conflicts);
  const terms = [...new Set(services.flatMap(({ attributes }) => attributes.map(({ taxonomyTerm }) => taxonomyTerm.id)))];
  const [organizationTexts, serviceTexts, conflictTexts, termTexts] = [
    await translationsOf("Organization", ids, locale, transaction),
    await translationsOf("Service", services.map(({ id }) => id), locale, transaction),
    await translationsOf("Conflict", conflicts.map(({ id }) => id), locale, transaction),
    await translationsOf("TaxonomyTerm", terms, locale, transaction),
  ];
  const listings = organizations.map((organization) => {
    const { services, recognition, conflicts, locations, languages, verifications, ...facts } = organization;
    const phones = phonesHash(facts.phones);
    // One hash stands for all words of an organization, so the words that are shown in short have none of their own.
    const staleInShort = [organizationTexts.get(facts.id), ...conflicts.map(({ id }) => conflictTexts.get(id))].some((text) => text?.stale);
    const verification = verifications.find(({ factsHash }) => factsHash === null || factsHash === phones);
    return {
      ...facts,
      text: organizationTexts.get(facts.id)?.text ?? {},
      staleInShort,
      stale: staleInShort || services.some(({ id }) => serviceTexts.get(id)?.stale),
      addresses: locations.flatMap(({ address }) => (address ? (shownAddress(address) ?? []) : [])),
      languages: languages.map(({ code }) => code),
      services: services.flatMap(({ id }) => serviceTexts.get(id)?.text ?? []),
      needs: [...new Map(services.flatMap(({ attributes }) => attributes.map(({ taxonomyTerm }) => [taxonomyTerm.id, taxonomyTerm.code]))).entries()].flatMap(([id, code]) => {
        const name = termTexts.get(id)?.text.name;
        return name ? [{ code, name }] : [];
      }),
      cost: cheapest(services.flatMap(({ costOptions }) => costOptions.map(({ option }) => option))),
      recognition: recognition && { ...recognition, recognizedOn: isoDay(recognition.recognizedOn), expiresOn: isoDay(recognition.expiresOn) },
      conflicts: conflicts.flatMap(({ id, field }) => {
        const text = conflictTexts.get(id)?.text.text;
        return text ? [{ field, text }] : [];
      }),
      verification: verification ? { method: verification.method, verifiedOn: isoDay(verification.verifiedOn), validUntil: isoDay(verification.validUntil) } : null,
    };
  });
  return ids.flatMap((id) => listings.find((listing) => listing.id === id) ?? []);
}
/** "Free or low cost" is what people ask for; paid services and unknown costs are not told apart on the page. */
function cheapest(options: string[]): "free" | "low" | null {
  return options.includes("free") ? "free" : options.includes("low") ? "low" : null;
}

export type ListingView = Awaited<ReturnType<typeof readListings>>[number];

/** One organization with the source of every fact; null where residents see none. */
export async function readListing(id: string, locale: Locale, transaction: Transaction = db) {
  const [[listing], sources] = [await readListings([id], locale, transaction), await sourcesOf("Organization", [id], transaction)];
  return listing ? { ...listing, sources: sources.get(id) ?? {} } : null;
}

/** The same by the end of its address. */
export const getListing = cache(async (slug: string, locale: Locale) => {
  const organization = await db.organization.findUnique({ where: { slug }, select: { id: true } });
  return organization && readListing(organization.id, locale);
});

/** The hotlines in their order. */
export const listHotlines = cache(async (locale: Locale, transaction: Transaction = db): Promise<ListingView[]> => {
  const hotlines = await transaction.organization.findMany({ where: { kind: "hotline" satisfies OrganizationKind, hidden: false }, orderBy: { position: "asc" }, select: { id: true } });
  return readListings(hotlines.map(({ id }) => id), locale, transaction);
});

/** The needs that a reader can choose from. */
export const listNeeds = cache(async (locale: Locale) => {
  const terms = await db.taxonomyTerm.findMany({ where: { taxonomyKey: "need" }, orderBy: { position: "asc" }, select: { id: true, code: true } });
  const texts = await translationsOf("TaxonomyTerm", terms.map(({ id }) => id), locale);
  return terms.flatMap(({ id, code }) => {
    const text = texts.get(id)?.text;
    return text ? [{ code, ...text }] : [];
  });
});

/** The languages that some listing is known to speak (BCP 47). */
export const listLanguages = cache(async (): Promise<string[]> => {
  // Grouped, because Prisma would read every row to find what is distinct among them.
  const rows = await db.language.groupBy({ by: ["code"], orderBy: { code: "asc" } });
  return rows.map(({ code }) => code);
});
