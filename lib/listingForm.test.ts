import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { faultsOf } from "./faults.ts";
import { isRowIntent, rowsAfter, rowsIn, type FormValues } from "./formRows.ts";
import { typedValues } from "./formResult.ts";
import { listingDocument } from "./listing.ts";
import { fieldOfFault, filledRows, formDifferences, formOfListing, listingFromForm } from "./listingForm.ts";

const parsed = (values: FormValues) => listingDocument.safeParse({ ...listingFromForm(values), slug: "a", sources: {} });
const least: FormValues = { kind: ["provider"], position: ["3"], grade: ["C"], name: ["Test House"], "services.0.text.en.name": ["Help"], "services.0.text.es.name": ["Ayuda"] };
const folder = "content/listings";
const starters = readdirSync(folder).map((file) => listingDocument.parse({ slug: file.replace(".yaml", ""), ...parse(readFileSync(`${folder}/${file}`, "utf8"), { schema: "core" }) }));

describe("a listing and its form", () => {
  it.each(starters.map((listing) => [listing.slug, listing] as const))("%s comes back as it was", (_, listing) => {
    const { slug, hidden, sources } = listing;
    expect(listingDocument.parse({ ...listingFromForm(formOfListing(listing)), slug, hidden, sources })).toEqual(listing);
    expect(formDifferences(formOfListing(listing), formOfListing(listing))).toEqual([]);
  });

  it("needs little to be whole", () => {
    expect(parsed(least).success).toBe(true);
    expect(parsed({}).success).toBe(false);
  });
});

describe("reading a form", () => {
  it("drops rows that say nothing, and keeps the numbers of the others for their faults", () => {
    const values = { ...least, "phones.0.number": [" "], "phones.0.type": ["voice"], "phones.4.number": ["12"], "phones.4.type": ["voice"], "phones.2.number": ["213-555-0134"], "phones.2.type": ["hotline"] };
    expect(filledRows(values, "phones")).toEqual([2, 4]);
    const result = parsed(values);
    expect(result.success).toBe(false);
    expect(faultsOf(result.error!).map((fault) => fieldOfFault(values, fault.path))).toEqual(["phones.4.number"]);
  });

  it.each([
    [{ "services.0.text.es.name": [""] }, "services.0.text.es.name"],
    [{ "services.0.text.en.name": [""], "services.0.text.es.name": [""] }, "services.0.text.en.name"],
    [{ "services.0.needs": ["asylum", "money"] }, "services.0.needs"],
    [{ "schedules.3.byday": ["MO"], "schedules.3.opensAt": ["09:00"], "schedules.3.closesAt": ["09:00"] }, "schedules.3.closesAt"],
    [{ "schedules.3.opensAt": ["09:00"], "schedules.3.closesAt": ["10:00"] }, "schedules.3.byday"],
    [{ "schedules.3.byday": ["XX"], "schedules.3.opensAt": ["09:00"], "schedules.3.closesAt": ["10:00"] }, "schedules.3.byday"],
    [{ languages: ["english"] }, "languages"],
    [{ website: ["javascript:alert(1)"] }, "website"],
    [{ "locations.7.address1": ["1 Main St"], "locations.7.city": ["Here"], "locations.7.stateProvince": ["ca"], "locations.7.postalCode": ["9001"] }, "locations.7.postalCode"],
    [{ "recognition.recognizedOn": ["2020-02-30"], "recognition.expiresOn": ["2030-01-01"], "recognition.status": ["Active"] }, "recognition.recognizedOn"],
    [{ "conflicts.1.field": ["phone"], "conflicts.1.note": ["?"], "conflicts.1.text.en": ["?"] }, "conflicts.1.text.es"],
    [{ position: ["99999999999999999999"] }, "position"],
    [{ position: ["-1"] }, "position"],
    [{ grade: ["D"] }, "grade"],
    [{ name: ["a\u0000b"] }, "name"],
    [{ name: ["x".repeat(201)] }, "name"],
  ])("says which field is wrong: %j", (change, field) => {
    const values = { ...least, ...change };
    const result = parsed(values);
    expect(result.success).toBe(false);
    expect(faultsOf(result.error!).map((fault) => fieldOfFault(values, fault.path))).toEqual([field]);
  });

  it("takes a web address as people write it, and lines as browsers send them", () => {
    const result = parsed({ ...least, website: ["www.example.org"], "text.en.intake": ["One.\r\nTwo.\r\n"], "phones.0.number": ["1 (213) 555-0134"] });
    expect(result.data).toMatchObject({ website: "https://www.example.org", text: { en: { intake: "One.\nTwo." } }, phones: [{ number: "+12135550134", type: "voice" }] });
  });

  it("refuses too long a list in one sentence, without losing a row", () => {
    const rows = Object.fromEntries(Array.from({ length: 500 }, (_, row) => [`phones.${row}.number`, ["213-555-0134"]]));
    const values = { ...least, ...rows };
    expect(rowsAfter(values, "phones")).toHaveLength(500);
    expect(faultsOf(parsed(values).error!).map(({ code }) => code)).toEqual(["tooMany"]);
  });

  it("cares for no field that is not its own", () => {
    const form = new FormData();
    const hostile = ["__proto__", "constructor", "toString", "__proto__.polluted", "phones.__proto__.number", "phones.-1.number", "phones.1e3.number", "phones.99999.number", "hidden", "slug", "sources.all", "intent", "$ACTION_ID_x", "phones", "phones.0", "text", "text.en", "services.0"];
    for (const name of hostile) form.append(name, "x");
    for (const [name, values] of Object.entries(least)) for (const value of values) form.append(name, value);
    const result = parsed(typedValues(form));
    expect(result.success).toBe(true);
    expect(result.data).toMatchObject({ slug: "a", hidden: false, sources: {}, phones: [] });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it("gives back a ZIP code, and never a password", () => {
    const form = new FormData();
    for (const name of ["locations.0.postalCode", "code", "password", "newPassword"]) form.append(name, "x");
    expect(Object.keys(typedValues(form))).toEqual(["locations.0.postalCode"]);
  });
});

describe("rows of a form", () => {
  const values = { "phones.0.number": ["1"], "phones.2.number": ["2"], "phones.10.number": ["3"] };
  it("come and go by their buttons, and keep their numbers", () => {
    expect(rowsIn(values, "phones")).toEqual([0, 2, 10]);
    expect(rowsAfter({ ...values, intent: ["phones.add"] }, "phones")).toEqual([0, 2, 10, 11]);
    expect(rowsAfter({ ...values, intent: ["phones.remove.2"] }, "phones")).toEqual([0, 10]);
    expect(rowsAfter({ ...values, intent: ["locations.add"] }, "phones")).toEqual([0, 2, 10]);
    expect(rowsAfter({ intent: ["phones.add"] }, "phones")).toEqual([0]);
    expect(rowsAfter({ "phones.999.number": ["1"], intent: ["phones.add"] }, "phones")).toEqual([999, 0]);
  });
  it("are asked for by nothing else", () => {
    expect(["submit", "draft", "", "add", "phones.remove", "phones.remove.x", "phones.add.now"].map(isRowIntent)).toEqual(Array.from({ length: 7 }, () => false));
  });
});

describe("two texts of one listing", () => {
  it("differ where they say something else, however it is written", () => {
    const mine = { ...least, "phones.5.number": ["213.555.0134"], "phones.5.type": ["voice"], "services.0.needs": ["daca", "asylum"], website: ["example.org"] };
    const theirs = { ...least, "phones.0.number": ["(213) 555-0134"], "phones.0.type": ["voice"], "services.0.needs": ["asylum", "daca"], website: ["https://example.org"], name: ["Other House"] };
    expect(formDifferences(mine, theirs)).toEqual([{ name: "name", mine: ["Test House"], theirs: ["Other House"] }]);
  });
});
