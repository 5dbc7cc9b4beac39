import type pg from "pg";
import type { SyntheticListing } from "./synthetic.ts";
import { locales } from "../lib/locales.ts";

const columns = {
  Organization: ["id", "slug", "position:int", "name", "grade"],
  Location: ["id", "organizationId"],
  Address: ["id", "locationId", "address1", "city", "stateProvince", "postalCode"],
  Language: ["id", "organizationId", "code"],
  Recognition: ["organizationId", "recognizedOn:date", "expiresOn:date", "renewalPending:boolean", "status"],
  Service: ["id", "organizationId", "position:int"],
  CostOption: ["id", "serviceId", "option"],
  Attribute: ["serviceId", "taxonomyTermId"],
  Translation: ['id', 'entity:"TranslatedEntity"', "entityId", "locale", "text:jsonb", "sourceHash", "updatedAt:timestamp"],
} as const;
type Table = keyof typeof columns;
type Row = Record<string, unknown>;

/** Writes listings in bulk: one statement a table. Their search documents are writeSearchDocuments' business. */
export async function loadListings(client: pg.Client, listings: SyntheticListing[]): Promise<void> {
  const terms = new Map((await client.query<{ id: string; code: string }>('SELECT id, code FROM "TaxonomyTerm"')).rows.map(({ id, code }) => [code, id]));
  await client.query("BEGIN");
  for (const [table, rows] of Object.entries(rowsOf(listings, terms)) as [Table, Row[]][]) {
    const names = columns[table].map((column) => `"${column.split(":")[0]}"`);
    const types = columns[table].map((column, index) => `${names[index]} ${column.split(":")[1] ?? "text"}`);
    await client.query(`INSERT INTO "${table}" (${names.join()}) SELECT ${names.join()} FROM jsonb_to_recordset($1::jsonb) AS row(${types.join()})`, [JSON.stringify(rows)]);
  }
  await client.query("COMMIT");
}

function rowsOf(listings: SyntheticListing[], terms: Map<string, string>): Record<Table, Row[]> {
  const each = (make: (listing: SyntheticListing) => Row[]) => listings.flatMap(make);
  return {
    Organization: listings.map(({ id, slug, position, name }) => ({ id, slug, position, name, grade: "C" })),
    Location: each(({ id: organizationId, locations }) => locations.map(({ id }) => ({ id, organizationId }))),
    Address: each(({ locations }) => locations.map(({ id: locationId, addressId: id, ...rest }) => ({ id, locationId, stateProvince: "CA", ...rest }))),
    Language: each(({ id: organizationId, languages }) => languages.map((code) => ({ id: `${organizationId}-${code}`, organizationId, code }))),
    Recognition: each(({ id: organizationId, recognition }) => (recognition ? [{ organizationId, ...recognition }] : [])),
    Service: each(({ id: organizationId, services }) => services.map(({ id }, position) => ({ id, organizationId, position }))),
    CostOption: each(({ services }) => services.flatMap(({ id: serviceId, cost: option }) => (option ? [{ id: `${serviceId}-cost`, serviceId, option }] : []))),
    Attribute: each(({ services }) => services.flatMap(({ id: serviceId, needs }) => needs.map((code) => ({ serviceId, taxonomyTermId: terms.get(code) })))),
    Translation: each(({ services }) =>
      services.flatMap(({ id: entityId, text }) =>
        locales.map((locale) => ({ id: `${entityId}-${locale}`, entity: "Service", entityId, locale, text: text[locale], sourceHash: "", updatedAt: "2026-01-01" })),
      ),
    ),
  };
}
