import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readCsv, writeCsv } from "./csv.ts";
import { isListingColumn, listingColumns, type ListingRow } from "./listingColumns.ts";
import { listingDocument, type ListingDocument } from "./listing.ts";
import { listingFromRow, rowFromListing } from "./listingCsv.ts";

const folder = "content/listings";
const documents = readdirSync(folder).map((file) => listingDocument.parse({ ...parse(readFileSync(`${folder}/${file}`, "utf8")), slug: file.replace(".yaml", "") }));

const names = { service_name_en: "Legal help", service_name_es: "Ayuda legal" };
const shelter = listingDocument.parse({
  slug: "shelter",
  name: "Shelter",
  kind: "provider",
  position: 3,
  grade: "A",
  phones: [
    { number: "213-387-3284", extension: "012", type: "hotline" },
    { number: "800-399-4529" },
    { number: "800-399-4530" },
    { number: "800-399-4531" },
  ],
  locations: [{ address1: "1 Secret Street", address2: "Suite 2", city: "Los Angeles", stateProvince: "CA", postalCode: "90012", visibility: "hidden" }],
  services: [
    { needs: ["asylum"], cost: "free", text: { en: { name: "Beds" }, es: { name: "Camas" } } },
    { needs: ["daca"], text: { en: { name: "Advice" }, es: { name: "Consejo" } } },
  ],
  text: { en: { intake: "Call first." }, es: { intake: "Llame antes." } },
  recognition: { recognizedOn: "2020-01-02", expiresOn: "2026-01-02", renewalPending: true, status: "Active" },
  sources: { all: ["some-list"] },
});

function document(row: ListingRow, existing?: ListingDocument): ListingDocument {
  const result = listingFromRow(row, existing ? { existing } : {});
  if ("refused" in result) throw new Error(JSON.stringify(result.refused));
  return result.document;
}
const faults = (row: ListingRow, existing?: ListingDocument) => {
  const result = listingFromRow({ name: "New", ...names, ...row }, existing ? { existing } : {});
  return "refused" in result ? result.refused.map(({ column, reason }) => `${column} ${reason}`) : [];
};

describe("the template", () => {
  it.each(documents.map((listing) => [listing.slug, listing] as const))("carries %s through a file", (_, listing) => {
    const row = rowFromListing(listing);
    const file = readCsv(new TextEncoder().encode(writeCsv([...listingColumns], [listingColumns.map((column) => row[column] ?? "")])));
    if ("refused" in file) throw new Error(file.refused.reason);
    const read = Object.fromEntries(file.columns.map((column, index) => [column, file.rows[0]?.cells[index]]));
    expect(Object.keys(read).every(isListingColumn)).toBe(true);
    expect(document(read, listing)).toStrictEqual(listing);
    const { grade, position, conflicts, sources } = listing;
    expect({ ...document(read), grade, position, conflicts, sources }).toStrictEqual(listing);
  });

  it("carries several phones, a hidden address and the source", () => {
    const source = { name: "Annual list", url: "https://example.org/list", readOn: "2026-09-10" };
    const row = rowFromListing(shelter, source);
    expect(row).toMatchObject({ phone_1: "(213) 387-3284", phone_1_extension: "012", phone_2: "800-399-4529", address_1_visibility: "hidden", recognition_renewal_pending: "yes", source_read_on: "2026-09-10" });
    expect(listingFromRow(row, { existing: shelter })).toEqual({ document: shelter, source });
  });
});

describe("listingFromRow", () => {
  it("makes a new listing of little", () => {
    expect(document({ name: "Bet Tzedek, Inc.", website: "www.bettzedek.org", phone_1: "2133873284", ...names })).toMatchObject({
      slug: "bet-tzedek-inc",
      kind: "provider",
      grade: "C",
      hidden: false,
      website: "https://www.bettzedek.org",
      phones: [{ number: "+12133873284", type: "voice" }],
    });
    expect(listingFromRow({ name: "New" }, { serviceName: { en: "Legal help", es: "Ayuda legal" } })).toMatchObject({ document: { services: [{ text: { es: { name: "Ayuda legal" } } }] } });
  });

  it("does not put the usual name beside another one in the other language", () => {
    const read = listingFromRow({ name: "New", service_name_en: "Tax clinic" }, { serviceName: { en: "Legal help", es: "Ayuda legal" } });
    expect("refused" in read && read.refused).toEqual([{ column: "service_name_es", reason: "bothLanguages", value: "" }]);
  });

  it("leaves with an empty cell, clears with a hyphen", () => {
    expect(document({}, shelter)).toEqual(shelter);
    expect(document({ intake_en: "-", intake_es: "-", languages: "-", cost: "-", recognition_recognized_on: "-", phone_2: "-" }, shelter)).toEqual({
      ...shelter,
      text: { en: {}, es: {} },
      recognition: undefined,
      phones: [shelter.phones[0], shelter.phones[2], shelter.phones[3]],
      services: [{ ...shelter.services[0], cost: undefined }, shelter.services[1]],
    });
    expect(document({ address_1_line1: "-" }, shelter).locations).toEqual([]);
  });

  it("keeps the extension of a number only with that number", () => {
    expect(document({ phone_1: "213-387-3284" }, shelter).phones[0]).toEqual(shelter.phones[0]);
    expect(document({ phone_1: "213-555-2300" }, shelter).phones[0]).toEqual({ number: "+12135552300", type: "hotline" });
    expect(document({ phone_1_extension: "7" }, shelter).phones[0]).toEqual({ number: "+12133873284", extension: "7", type: "hotline" });
  });

  it("never shows a street that was hidden", () => {
    const moved = { address_1_line1: "2 Other Street", address_1_city: "Los Angeles", address_1_state: "ca", address_1_zip: "90013-1234" };
    expect(document(moved, shelter).locations).toEqual([{ address1: "2 Other Street", city: "Los Angeles", stateProvince: "CA", postalCode: "90013", addressType: "physical", visibility: "hidden" }]);
    expect(document({ ...moved, address_1_visibility: "full" }, shelter).locations[0]?.visibility).toBe("full");
    expect(faults({ ...moved, address_1_visibility: "everything" }, shelter)).toEqual(["address_1_visibility choice"]);
    expect(document({ address_1_visibility: "-" }, shelter).locations[0]?.visibility).toBe("hidden");
    const second = { address_2_line1: "3 New Street", address_2_city: "Los Angeles", address_2_state: "CA", address_2_zip: "90013" };
    expect(document(second, shelter).locations[1]?.visibility).toBe("hidden");
  });

  it("reads hours, days as Excel writes them, and languages however they are capitalised", () => {
    const read = document({ name: "New", ...names, hours: "mo,tu 9:00–17:00; SA 10:00-12:00", languages: "ES; zh_hant, es", recognition_recognized_on: "8/11/2016", recognition_expires_on: "12/11/26", needs: "daca; asylum" });
    expect(read.schedules).toEqual([{ byday: ["MO", "TU"], opensAt: "09:00", closesAt: "17:00" }, { byday: ["SA"], opensAt: "10:00", closesAt: "12:00" }]);
    expect(read.languages).toEqual(["es", "zh-Hant"]);
    expect(read.recognition).toEqual({ recognizedOn: "2016-08-11", expiresOn: "2026-12-11", renewalPending: false, status: "Active" });
    expect(read.services[0]?.needs).toEqual(["asylum", "daca"]);
  });

  it("names every fault of a row at once, each by its cell", () => {
    const row = {
      name: "x".repeat(201),
      kind: "church",
      website: "javascript:alert(1)",
      email: "nobody",
      phone_1: "-",
      phone_2: "12",
      phone_2_extension: "twelve",
      phone_3_extension: "5",
      address_2_line1: "1 First St",
      address_2_state: "California",
      address_2_zip: "9001",
      languages: "es; Klingon!",
      hours: "weekdays 9-5",
      needs: "asylum; money",
      cost: "cheap",
      description_en: "Only English",
      recognition_recognized_on: "soon",
      recognition_expires_on: "2026-02-30",
      recognition_renewal_pending: "maybe",
      source_url: "ftp://example.org",
      source_read_on: "yesterday",
    };
    expect(faults(row).sort()).toEqual([
      "address_2_city required",
      "address_2_state state",
      "address_2_zip zip",
      "cost choice",
      "description_es bothLanguages",
      "email email",
      "hours time",
      "kind choice",
      "languages language",
      "name tooLong",
      "needs need",
      "phone_2 phone",
      "phone_2_extension extension",
      "phone_3 required",
      "recognition_expires_on date",
      "recognition_recognized_on date",
      "recognition_renewal_pending choice",
      "source_name required",
      "source_read_on date",
      "source_url webAddress",
      "website webAddress",
    ]);
    expect(listingFromRow({ ...row, ...names })).toMatchObject({ refused: expect.arrayContaining([{ column: "address_2_zip", reason: "zip", value: "9001" }]) });
  });

  it.each([
    [{ name: "-" }, ["name required"]],
    [{ name: "法律" }, ["slug slug"]],
    [{ slug: "Not A Slug" }, ["slug slug"]],
    [{ service_name_es: "" }, ["service_name_es bothLanguages"]],
    [{ service_name_es: "", service_name_en: "" }, ["service_name_en required", "service_name_es required"]],
    [{ description_en: "a\u0000b", description_es: "x" }, ["description_en characters"]],
    [{ hours: "MO 25:00-26:00" }, ["hours time"]],
    [{ hours: "MO 09:00-09:00" }, ["hours sameTimes"]],
    [{ recognition_expires_on: "2027-01-01" }, ["recognition_recognized_on required"]],
  ])("refuses %j", (row, expected) => expect(faults(row)).toEqual(expected));

  it("says something sound of any row", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("-", "__proto__", "=1+1", "<script>", "'", "MO 09:00-17:00", "es", "2133873284", "constructor"));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...listingColumns), text), fc.option(fc.constantFrom(shelter, ...documents), { nil: undefined }), (row, existing) => {
        const result = listingFromRow(row, existing ? { existing } : {});
        if ("refused" in result) {
          expect(result.refused.length).toBeGreaterThan(0);
          expect(new Set(result.refused.map(({ column }) => column)).size).toBe(result.refused.length);
        } else {
          expect(listingDocument.parse(result.document)).toEqual(result.document);
        }
      }),
      { numRuns: 500 },
    );
  });
});
