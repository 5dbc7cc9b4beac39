import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { needsFile } from "./content.ts";
import { organizationToHsds } from "./hsds.ts";
import { listingDocument, type ListingDocument } from "./listing.ts";
import { listingFromHsds } from "./listingFromHsds.ts";

const folder = "content/listings";
const documents = readdirSync(folder).map((file) => listingDocument.parse({ ...parse(readFileSync(`${folder}/${file}`, "utf8")), slug: file.replace(".yaml", "") }));
const needs = needsFile.parse(parse(readFileSync("content/needs.yaml", "utf8")));
const needWords = Object.fromEntries(Object.entries(needs).map(([code, words]) => [code, words.en]));

const id = "0b5bd0c2-3f6c-4d0e-9b43-0c5f0a6d9a11";
const exported = (listing: ListingDocument): unknown => JSON.parse(JSON.stringify(organizationToHsds(listing, { id, needs: needWords })));

// What HSDS 3.0 asks of each object that we write.
const uuid = z.uuid();
const hsdsLocation = z.object({
  id: uuid,
  location_type: z.enum(["physical", "postal", "virtual"]),
  name: z.string().optional(),
  addresses: z
    .array(z.object({ id: uuid, address_1: z.string(), address_2: z.string().optional(), city: z.string(), state_province: z.string(), postal_code: z.string(), country: z.string().length(2), address_type: z.enum(["physical", "postal", "virtual"]) }))
    .optional(),
});
const hsds = z.object({
  id: uuid,
  name: z.string().min(1),
  description: z.string(),
  email: z.email().optional(),
  website: z.url().optional(),
  phones: z.array(z.object({ id: uuid, number: z.string(), extension: z.number().optional(), type: z.string() })),
  locations: z.array(hsdsLocation),
  services: z.array(
    z.object({
      id: uuid,
      organization_id: uuid,
      name: z.string(),
      status: z.enum(["active", "inactive", "defunct", "temporarily closed"]),
      schedules: z.array(z.object({ id: uuid, freq: z.enum(["WEEKLY", "MONTHLY"]), byday: z.string(), opens_at: z.string(), closes_at: z.string() })),
      service_at_locations: z.array(z.object({ id: uuid, location: hsdsLocation })),
      languages: z.array(z.object({ id: uuid, code: z.string(), name: z.string() })),
      cost_options: z.array(z.object({ id: uuid, option: z.string() })).optional(),
      attributes: z.array(z.object({ id: uuid, taxonomy_term: z.object({ id: uuid, code: z.string(), name: z.string().min(1), description: z.string().min(1) }) })),
    }),
  ),
});

const shelter = listingDocument.parse({
  slug: "shelter",
  name: "Shelter",
  kind: "provider",
  position: 3,
  grade: "A",
  phones: [{ number: "213-387-3284", extension: "012", type: "hotline" }, { number: "800-399-4529", extension: "7" }],
  locations: [
    { address1: "1 Secret Street", address2: "Suite 2", city: "Los Angeles", stateProvince: "CA", postalCode: "90012", visibility: "hidden" },
    { address1: "2 Quiet Street", city: "Burbank", stateProvince: "CA", postalCode: "91501", visibility: "area" },
    { address1: "3 Main Street", city: "Los Angeles", stateProvince: "CA", postalCode: "90013" },
  ],
  languages: ["es", "zh-Hant"],
  schedules: [{ byday: ["MO", "TU"], opensAt: "09:00", closesAt: "17:00" }],
  services: [
    { needs: ["asylum"], cost: "free", text: { en: { name: "Beds", description: "For a night." }, es: { name: "Camas", description: "Por una noche." } } },
    { needs: [], text: { en: { name: "Advice" }, es: { name: "Consejo" } } },
  ],
  text: { en: { description: "Safe.", intake: "Call first.", coverage: "The county" }, es: { description: "Seguro.", intake: "Llame antes.", coverage: "El condado" } },
  recognition: { recognizedOn: "2020-01-02", expiresOn: "2026-01-02", renewalPending: true, status: "Active" },
  sources: { all: ["some-list"] },
});

describe("organizationToHsds", () => {
  it.each([...documents, shelter].map((listing) => [listing.slug, listing] as const))("writes %s so that HSDS and listingFromHsds read it", (_, listing) => {
    const json = exported(listing);
    expect(() => hsds.parse(json)).not.toThrow();
    expect(listingFromHsds(json, { existing: listing })).toMatchObject({ document: { slug: listing.slug } });
  });

  it.each(documents.map((listing) => [listing.slug, listing] as const))("carries %s whole", (_, listing) => {
    expect(listingFromHsds(exported(listing), { existing: listing })).toStrictEqual({ document: listing, leftOut: [] });
    const read = listingFromHsds(exported(listing));
    const { grade, position, conflicts, sources } = listing;
    expect("document" in read && { ...read.document, grade, position, conflicts, sources }).toStrictEqual(listing);
  });

  it("says nothing of a street that residents do not see", () => {
    const text = JSON.stringify(exported(shelter));
    expect(text).not.toMatch(/Secret|Quiet|Suite 2|90012/);
    expect(text).toContain("Burbank, CA 91501");
    expect(text).toContain("3 Main Street");
  });

  it("keeps zeros before an extension, ids from export to export, and no two alike", () => {
    const json = hsds.parse(exported(shelter));
    expect(json.phones.map(({ extension }) => extension)).toEqual([undefined, 7]);
    expect(exported(shelter)).toEqual(exported(shelter));
    const ids = [...JSON.stringify([json.phones, json.locations, json.services.map(({ service_at_locations: _, ...service }) => service)]).matchAll(/"id":"([^"]+)"/g)].map(([, found]) => found);
    expect(new Set(ids).size).toBe(ids.length);
    const other = JSON.stringify(organizationToHsds(shelter, { id: "0b5bd0c2-3f6c-4d0e-9b43-0c5f0a6d9a12", needs: needWords }).phones);
    expect(other).not.toContain(json.phones[0]?.id);
  });
});

describe("listingFromHsds", () => {
  it("keeps what an export leaves out", () => {
    const read = listingFromHsds(exported(shelter), { existing: shelter });
    if ("refused" in read) throw new Error(JSON.stringify(read.refused));
    expect(read.leftOut).toEqual(["locations.0"]);
    expect({ ...read.document, locations: [] }).toStrictEqual({ ...shelter, locations: [] });
    expect([...read.document.locations].sort((a, b) => a.address1.localeCompare(b.address1))).toStrictEqual(shelter.locations);
  });

  it("does not show a hidden street because another file names it", () => {
    const json = { name: "Shelter", locations: [{ location_type: "physical", addresses: [{ address_1: "1 SECRET Street", city: "Los Angeles", state_province: "CA", postal_code: "90012-0001", address_type: "physical" }] }] };
    const read = listingFromHsds(json, { existing: shelter });
    expect("document" in read && read.document.locations.map(({ address1, visibility }) => [address1, visibility])).toEqual([["1 SECRET Street", "hidden"], ["2 Quiet Street", "area"]]);
  });

  it("reads another directory's file, and says what it leaves out", () => {
    const json = {
      id,
      name: "Example Legal Aid",
      description: "We help.",
      website: "www.example.org",
      email: null,
      phones: [],
      locations: [{ location_type: "virtual", addresses: null, phones: [{ number: "213-387-3284", extension: 100, type: "voice" }, { number: "213-387-3285", type: "fax" }], languages: [{ name: "Urdu" }] }],
      services: [
        { name: "Counsel", description: "Law.", status: "active", languages: [{ code: "UR" }], schedules: [{ byday: "MO,TU", opens_at: "10:00:00", closes_at: "18:00:00" }, { freq: "MONTHLY", byday: "1MO", opens_at: "10:00", closes_at: "12:00" }], cost_options: [{ amount: 0 }, { option: "Under 18s", amount: 35 }], attributes: [{ value: "asylum" }, { taxonomy_term: { code: "BD-1800" } }] },
        { name: "Old", status: "defunct" },
      ],
    };
    expect(listingFromHsds(json, { serviceName: { en: "Legal help", es: "Ayuda legal" } })).toStrictEqual({
      document: {
        slug: "example-legal-aid",
        name: "Example Legal Aid",
        kind: "provider",
        grade: "C",
        position: 1000,
        hidden: false,
        website: "https://www.example.org",
        phones: [{ number: "+12133873284", extension: "100", type: "voice" }],
        locations: [],
        languages: ["ur"],
        schedules: [{ byday: ["MO", "TU"], opensAt: "10:00", closesAt: "18:00" }],
        services: [{ needs: ["asylum"], cost: "free", text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } }],
        text: { en: {}, es: {} },
        conflicts: [],
        sources: {},
      },
      leftOut: ["locations.0.phones.1", "locations.0", "locations.0.languages.0", "services.0.schedules.1", "services.0.name", "services.0.description", "services.0.attributes.1", "services.0.cost_options.1", "services.1", "description"],
    });
  });

  it("reads a file that names no service, and again what it made of a service in one language", () => {
    const serviceName = { en: "Legal help", es: "Ayuda legal" };
    const none = listingFromHsds({ name: "Example", services: [{ name: "Old", status: "defunct" }] }, { serviceName });
    expect("document" in none && none.document.services).toEqual([{ needs: [], text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } }]);
    const json = { name: "Example", services: [{ name: "Counsel", description: "Law.", attributes: [{ value: "asylum" }] }, { name: "Classes" }] };
    const first = listingFromHsds(json, { serviceName });
    if ("refused" in first) throw new Error(JSON.stringify(first.refused));
    expect(listingFromHsds(json, { serviceName, existing: first.document })).toEqual(first);
    const named = { ...first.document, services: first.document.services.map((service) => ({ ...service, text: { en: { name: "Our name" }, es: { name: "Nombre nuestro" } } })) };
    expect(listingFromHsds(json, { serviceName, existing: named })).toMatchObject({ document: named });
  });

  it("names every fault by its place", () => {
    const json = {
      name: "Example",
      website: "javascript:alert(1)",
      phones: [{ number: "+44 1234 234567", extension: "twelve" }],
      locations: [{ addresses: [] }, { addresses: [{ address_type: "postal" }, { address_1: "1 First St", city: "", state_province: "California", postal_code: "ABC 1234", address_type: "physical" }] }],
      services: [{ name: "Counsel", languages: [{ code: "klingon" }] }],
    };
    const read = listingFromHsds(json);
    expect("refused" in read && read.refused.map(({ path, reason }) => `${path} ${reason}`).sort()).toEqual([
      "locations.1.addresses.1.city required",
      "locations.1.addresses.1.postal_code zip",
      "locations.1.addresses.1.state_province state",
      "phones.0.extension extension",
      "phones.0.number phone",
      "services.0.languages.0.code language",
      "services.0.name bothLanguages",
      "website webAddress",
    ]);
  });

  it.each([[null], ["text"], [[]], [{}], [{ name: 5 }], [{ name: "x", phones: "none" }], [{ name: "法律", services: [] }], [{ name: "x", guide: { text: 1 } }]])("refuses %j", (json) => {
    const read = listingFromHsds(json);
    expect("refused" in read && read.refused.length).toBeGreaterThan(0);
  });
});
