import { expect, it } from "vitest";
import { db } from "../db";
import { newId } from "../newId";
import { readDocument, writeDocuments } from "../records";
import { listingDocument, withOwnSources, type ListingDocument } from "@/lib/listing";

const words = (name: string) => ({ en: { name: `${name} in English` }, es: { name: `${name} en español` } });
const address = (line: string, visibility: "full" | "area" = "full") => ({ address1: line, city: "Los Angeles", stateProvince: "CA", postalCode: "90012", visibility });
const whole = listingDocument.parse({
  slug: `test-${newId()}`, kind: "provider", position: 5, name: "Whole House", alternateName: "WH", grade: "B", website: "https://example.org", email: "a@example.org",
  phones: [{ number: "213-555-0101", extension: "7" }, { number: "213-555-0102", type: "hotline" }],
  locations: [address("1 Main St"), address("2 Quiet St", "area")],
  languages: ["ko", "es"],
  schedules: [{ byday: ["SA"], opensAt: "10:00", closesAt: "12:00" }, { byday: ["MO", "TU"], opensAt: "09:00", closesAt: "17:00" }],
  recognition: { recognizedOn: "2024-01-02", expiresOn: "2030-01-02", renewalPending: false, status: "Active" },
  services: [{ needs: ["daca", "asylum"], cost: "free", text: words("Counsel") }, { needs: [], text: words("Classes") }],
  conflicts: [{ field: "phone", note: "two numbers", text: { en: "Two numbers.", es: "Dos números." } }],
  text: { en: { intake: "Call first." }, es: { intake: "Llame antes." } },
  sources: { all: ["secondary-listing"] },
});
const write = (id: string, document: ListingDocument) => db.$transaction((transaction) => writeDocuments(transaction, "Organization", [{ id, document }]));
const searchDocument = (organizationId: string) =>
  db.$queryRaw`SELECT name, names::text, vector::text, needs, languages, free, "recognizedUntil"::text, latitude, longitude FROM "SearchDocument" WHERE "organizationId" = ${organizationId}`;

it("is read as it was written, whatever part changed, and found as if it had been written whole", async () => {
  const id = newId();
  const [counsel, classes] = whole.services;
  const changes: Partial<ListingDocument>[] = [
    {}, { phones: [] }, { phones: [...whole.phones].reverse() }, { name: "Whole Home", alternateName: undefined }, { locations: whole.locations.slice(1) }, { locations: [] },
    { services: [classes!] }, { services: [classes!, counsel!, { ...classes!, needs: ["detained"] }] }, { languages: [] }, { schedules: [] }, { recognition: undefined }, { conflicts: [] },
    { text: { en: {}, es: {} } }, { hidden: true }, { kind: "hotline" }, { website: undefined, email: undefined, grade: "A" }, { sources: { all: ["secondary-listing"], phone: ["acf-orr-affiliates"] } }, {},
  ];
  for (const change of changes) {
    const document = listingDocument.parse(JSON.parse(JSON.stringify({ ...whole, ...change })));
    await write(id, document);
    expect(await readDocument(db, "Organization", id)).toEqual(withOwnSources(document));
    const fresh = newId();
    await write(fresh, { ...document, slug: `test-${fresh}` });
    expect(await searchDocument(id), JSON.stringify(change)).toEqual(await searchDocument(fresh));
    await db.organization.delete({ where: { id: fresh }, select: { id: true } });
  }
});

it("touches only the parts that change", async () => {
  const id = newId();
  const other = { ...whole, slug: `test-${id}` };
  const rows = async () => {
    const { phones, locations, services } = await db.organization.findUniqueOrThrow({
      where: { id },
      select: { phones: { select: { id: true } }, locations: { select: { id: true } }, services: { select: { id: true, serviceAtLocations: { select: { locationId: true } } } } },
    });
    return { phones, locations, services };
  };
  await write(id, other);
  const before = await rows();
  expect(before.services.map(({ serviceAtLocations }) => serviceAtLocations.length)).toEqual([2, 2]);
  await write(id, { ...other, website: "https://example.org/new" });
  expect(await rows()).toEqual(before);
  await write(id, { ...other, locations: whole.locations.slice(1) });
  const after = await rows();
  expect(after.phones).toEqual(before.phones);
  expect(after.services).toEqual(before.services.map((service) => ({ ...service, serviceAtLocations: after.locations.map(({ id: locationId }) => ({ locationId })) })));
});
