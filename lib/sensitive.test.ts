import { describe, expect, it } from "vitest";
import { listingDocument, type ListingDocument } from "./listing.ts";
import { needsSource, sensitiveChanges } from "./sensitive.ts";

const text = { name: "Help" };
const listing = listingDocument.parse({
  slug: "a-house",
  position: 1,
  kind: "provider",
  name: "A House",
  grade: "B",
  phones: [{ number: "(213) 555-0100" }],
  locations: [
    { address1: "1 Open St", city: "Los Angeles", stateProvince: "CA", postalCode: "90015" },
    { address1: "2 Quiet St", city: "Los Angeles", stateProvince: "CA", postalCode: "90015", visibility: "hidden" },
  ],
  services: [{ needs: [], text: { en: text, es: text } }],
  text: { en: { description: "Open since 2019-2024. See [our page](https://house.example/a)." }, es: {} },
  sources: { all: ["a-source"] },
});
const changed = (change: Partial<ListingDocument>) => sensitiveChanges("Organization", listing, { ...listing, ...change });
const described = (description: string) => changed({ text: { ...listing.text, es: { description } } });
const [open, quiet] = listing.locations;

describe("words that lead somewhere", () => {
  it.each([
    "Llame al (213) 555-0199.",
    "213.555.0199",
    "+52 55 1234 5678",
    "[Ayuda](tel:+12135550199)",
    "[sitio](https://scam.example)",
    "Vea www.scam.example hoy.",
    "scam.example",
    "Escriba a ayuda@scam.example",
    "https://house.example/b",
    "wa.me/12135550199",
  ])("need somebody else: %s", (words) => {
    expect(described(words)).toEqual(["contacts"]);
  });

  it.each(["Abierto de 9:00 a 17:30.", "EE. UU., a. m., el 19 de julio de 2026", "ZIP 90015-1234", "https://house.example/a", "No. 20. Y 3 de 4."])("and no others: %s", (words) => {
    expect(described(words)).toEqual([]);
  });

  it("are found in names, notes and addresses too, and may be taken out by one", () => {
    expect(changed({ name: "Call 213-555-0199" })).toEqual(["contacts"]);
    expect(changed({ services: [{ ...listing.services[0]!, text: { en: { name: "scam.example" }, es: text } }] })).toEqual(["contacts"]);
    expect(changed({ text: { en: {}, es: {} } })).toEqual([]);
  });

  it("are found in a moment, whatever is sent", () => {
    const began = performance.now();
    for (const words of ["a", "a.", "1 ", "1(", "tel:"]) described(words.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe("a place that residents do not see in full", () => {
  it.each([
    ["shown", [open!, { ...quiet!, visibility: "full" as const }]],
    ["shown in part", [open!, { ...quiet!, visibility: "area" as const }]],
    ["spelled otherwise", [open!, { ...quiet!, address1: "2 Quiet Street", visibility: "full" as const }]],
    ["taken away", [open!]],
  ])("%s: needs somebody else, and no source", (_, locations) => {
    expect(changed({ locations })).toEqual(["address"]);
    expect(needsSource(changed({ locations }))).toBe(false);
  });

  it("is hidden by one", () => {
    expect(changed({ locations: [{ ...open!, visibility: "hidden" }, quiet!] })).toEqual([]);
    const inPart = { ...listing, locations: [open!, { ...quiet!, visibility: "area" as const }] };
    expect(sensitiveChanges("Organization", inPart, listing)).toEqual([]);
  });
});
