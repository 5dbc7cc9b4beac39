import { cache } from "react";
import { db } from "./db";
import { sourcesOf } from "./sources";
import { translationsOf } from "./translations";
import type { OrganizationKind } from "./generated/enums";
import { isoDay } from "@/lib/dates";
import type { Locale } from "@/lib/locales";

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
    select: { address: { select: { address1: true, address2: true, city: true, stateProvince: true, postalCode: true, addressType: true } } },
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
  verifications: { orderBy: { verifiedOn: "desc" }, take: 1, select: { method: true, verifiedOn: true, validUntil: true } },
} as const;

/**
 * Organizations as a reader sees them, in the order of `ids`. Unknown facts are null or empty, never guessed.
 * Texts that nobody has translated yet are missing.
 */
export async function readListings(ids: string[], locale: Locale) {
  const organizations = await db.organization.findMany({ where: { id: { in: ids } }, select: columns });
  const services = organizations.flatMap((organization) => organization.services);
  const conflicts = organizations.flatMap((organization) => organization.conflicts);
  const terms = [...new Set(services.flatMap(({ attributes }) => attributes.map(({ taxonomyTerm }) => taxonomyTerm.id)))];
  const [organizationTexts, serviceTexts, conflictTexts, termTexts] = await Promise.all([
    translationsOf("Organization", ids, locale),
    translationsOf("Service", services.map(({ id }) => id), locale),
    translationsOf("Conflict", conflicts.map(({ id }) => id), locale),
    translationsOf("TaxonomyTerm", terms, locale),
  ]);
  const listings = organizations.map((organization) => {
    const { services, recognition, conflicts, locations, languages, verifications, ...facts } = organization;
    const [verification] = verifications;
    return {
      ...facts,
      text: organizationTexts.get(facts.id)?.text ?? {},
      addresses: locations.flatMap(({ address }) => address ?? []),
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
      verification: verification ? { ...verification, verifiedOn: isoDay(verification.verifiedOn), validUntil: isoDay(verification.validUntil) } : null,
    };
  });
  return ids.flatMap((id) => listings.find((listing) => listing.id === id) ?? []);
}
/** "Free or low cost" is what people ask for; paid services and unknown costs are not told apart on the page. */
function cheapest(options: string[]): "free" | "low" | null {
  return options.includes("free") ? "free" : options.includes("low") ? "low" : null;
}

export type ListingView = Awaited<ReturnType<typeof readListings>>[number];

/** One organization by the end of its address, with the source of every fact; null where there is none. */
export const getListing = cache(async (slug: string, locale: Locale) => {
  const organization = await db.organization.findUnique({ where: { slug }, select: { id: true } });
  if (!organization) return null;
  const [[listing], sources] = await Promise.all([readListings([organization.id], locale), sourcesOf("Organization", [organization.id])]);
  return listing ? { ...listing, sources: sources.get(organization.id) ?? {} } : null;
});

/** The hotlines in their order. */
export const listHotlines = cache(async (locale: Locale): Promise<ListingView[]> => {
  const hotlines = await db.organization.findMany({ where: { kind: "hotline" satisfies OrganizationKind }, orderBy: { position: "asc" }, select: { id: true } });
  return readListings(hotlines.map(({ id }) => id), locale);
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
  const rows = await db.language.findMany({ distinct: ["code"], orderBy: { code: "asc" }, select: { code: true } });
  return rows.map(({ code }) => code);
});
