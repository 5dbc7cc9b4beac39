import { describe, expect, it } from "vitest";
import { listingDocument, type ListingDocument } from "./listing";
import { countsUntil, factsHashes, isVerifiable, phonesHash } from "./verification";

const listing = listingDocument.parse({
  slug: "a", kind: "provider", position: 1, name: "A", grade: "C", phones: [{ number: "213-555-0134" }, { number: "213-555-0135", extension: "2" }],
  locations: [{ address1: "1 Main St", city: "Here", stateProvince: "CA", postalCode: "90012" }],
  services: [{ needs: ["asylum"], text: { en: { name: "Help" }, es: { name: "Ayuda" } } }], text: { en: {}, es: {} }, sources: {},
});
const changed = (change: Partial<ListingDocument>) => factsHashes({ ...listing, ...change });
const same = factsHashes(listing);

describe("a confirmation", () => {
  it("counts 90 days for phones and 180 for the rest", () => {
    expect(countsUntil("phones", "2026-11-22")).toBe("2027-02-20");
    expect(countsUntil("rest", "2026-11-22")).toBe("2027-05-21");
  });

  it("is made today or up to 180 days ago", () => {
    const today = "2026-11-22";
    expect(["2026-11-22", "2026-11-21", "2026-05-26"].map((day) => isVerifiable(day, today))).toEqual([true, true, true]);
    expect(["2026-11-23", "2026-05-25", "1999-01-01", "9999-12-31"].map((day) => isVerifiable(day, today))).toEqual([false, false, false, false]);
  });
});

describe("the facts that were confirmed", () => {
  it("are others when a number, an extension or its kind changes, not when the order does", () => {
    expect(changed({ phones: listing.phones.toReversed() })).toEqual(same);
    for (const phones of [[], listing.phones.slice(1), listing.phones.map((phone) => ({ ...phone, extension: "9" })), listing.phones.map((phone) => ({ ...phone, type: "hotline" as const }))])
      expect(changed({ phones })).toEqual({ phones: expect.not.stringMatching(same.phones) as string, rest: same.rest });
  });

  it("are the same read from a form and from the database, where an absent extension is null", () => {
    expect(phonesHash([{ number: "+12135550135", extension: "2", type: "voice" }, { number: "+12135550134", extension: null, type: "voice" }])).toBe(same.phones);
  });

  it("stay the same under a translation, another visibility, sources, hiding and recognition", () => {
    const service = listing.services[0]!;
    for (const change of [
      { hidden: true }, { position: 7 }, { grade: "A" as const }, { sources: { phone: ["x"] } }, { text: { ...listing.text, es: { intake: "Sin cita." } } },
      { services: [{ ...service, text: { ...service.text, es: { name: "Apoyo" } } }] }, { locations: listing.locations.map((address) => ({ ...address, visibility: "hidden" as const })) },
      { recognition: { recognizedOn: "2020-01-01", expiresOn: "2027-01-01", renewalPending: false, status: "Active" } },
    ])
      expect(changed(change)).toEqual(same);
  });

  it("are others under every change that a caller would notice", () => {
    const service = listing.services[0]!;
    for (const change of [
      { name: "B" }, { alternateName: "B" }, { email: "a@example.org" }, { website: "https://example.org" }, { locations: [] }, { languages: ["ko"] },
      { schedules: [{ byday: ["MO" as const], opensAt: "08:00", closesAt: "09:00" }] }, { services: [{ ...service, cost: "paid" as const }] }, { services: [{ ...service, needs: [] }] },
      { text: { ...listing.text, en: { intake: "Walk in." } } },
    ])
      expect(changed(change)).toEqual({ phones: same.phones, rest: expect.not.stringMatching(same.rest) as string });
  });
});
