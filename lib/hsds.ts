import { createHash } from "node:crypto";
import { languageName } from "./languageName.ts";
import type { ListingDocument } from "./listing.ts";
import { sourceLocale } from "./locales.ts";

/** The needs in English, by code. */
export type NeedWords = Record<string, { name: string; description: string }>;

type Location = ListingDocument["locations"][number];

/**
 * A listing as an HSDS 3.0 organization with its parts nested (Open Referral, organization.json), its texts in English. `guide` is ours: what
 * HSDS has no place for, the other languages above all. Of a location whose street residents do not see only the area is exported, of a
 * hidden one nothing.
 * @returns what JSON.stringify writes
 * @param id UUID of the organization; the ids of its parts are made from it, the same in every export
 */
export function organizationToHsds(listing: ListingDocument, { id, needs }: { id: string; needs: NeedWords }) {
  const idOf = (...place: (string | number)[]) => partId(id, place);
  const text = listing.text[sourceLocale];
  const locations = listing.locations.flatMap((location, index) => (location.visibility === "hidden" ? [] : [hsdsLocation(location, (part) => idOf("location", index, part))]));
  const services = listing.services.map((service, index) => ({
    id: idOf("service", index),
    organization_id: id,
    name: service.text[sourceLocale].name,
    description: service.text[sourceLocale].description,
    status: "active",
    application_process: text.intake,
    interpretation_services: text.languagesNote,
    schedules: listing.schedules.map(({ byday, opensAt, closesAt }, place) => ({
      id: idOf("service", index, "schedule", place),
      freq: "WEEKLY",
      byday: byday.join(","),
      opens_at: opensAt,
      closes_at: closesAt,
      description: text.hoursNote,
    })),
    service_areas: text.coverage === undefined ? undefined : [{ id: idOf("service", index, "area"), description: text.coverage }],
    service_at_locations: locations.map((location) => ({ id: idOf("service", index, "at", location.id), location })),
    languages: listing.languages.map((code) => ({ id: idOf("service", index, "language", code), code, name: languageName(code, sourceLocale) })),
    cost_options: service.cost && [{ id: idOf("service", index, "cost"), option: service.cost }],
    attributes: service.needs.map((code) => ({
      id: idOf("service", index, "need", code),
      link_entity: "service",
      value: code,
      taxonomy_term: { id: partId(needTaxonomy, [code]), code, name: needs[code]?.name ?? code, description: needs[code]?.description ?? "", taxonomy: "need", language: sourceLocale },
    })),
  }));
  return {
    id,
    name: listing.name,
    alternate_name: listing.alternateName,
    description: text.description ?? "",
    email: listing.email,
    website: listing.website,
    phones: listing.phones.map(({ number, extension, type }, index) => ({ id: idOf("phone", index), number, ...hsdsExtension(extension), type })),
    locations,
    services,
    guide: { slug: listing.slug, kind: listing.kind, recognition: listing.recognition, text: listing.text, services: listing.services.map((service) => service.text) },
  };
}

function hsdsLocation(location: Location, idOf: (part: string) => string) {
  const { address1, address2, city, stateProvince, postalCode, addressType, visibility } = location;
  const address = { id: idOf("address"), address_1: address1, address_2: address2, city, state_province: stateProvince, postal_code: postalCode, country: "US", address_type: addressType };
  // An HSDS address must have its street: an area has none.
  return { id: idOf(""), location_type: addressType, name: visibility === "full" ? undefined : `${city}, ${stateProvince} ${postalCode}`, addresses: visibility === "full" ? [address] : undefined };
}

/** HSDS keeps extensions as numbers, which lose the zeros before them: those are said in words. */
function hsdsExtension(extension: string | undefined): { extension?: number; description?: string } {
  if (extension === undefined) return {};
  return String(Number(extension)) === extension ? { extension: Number(extension) } : { description: `ext. ${extension}` };
}

const needTaxonomy = "6f1d8a3e-5b0c-5c39-9a52-7d1f2b8e4c10";

/** UUID of a name within another UUID (RFC 9562, version 5). */
function partId(namespace: string, place: (string | number)[]): string {
  const hash = createHash("sha1").update(Buffer.from(namespace.replaceAll("-", ""), "hex")).update(place.join("/")).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
