/** The columns of the CSV template of listings (docs/staff.md), in its order. */

export const rowPhones = [1, 2, 3] as const;
export const rowAddresses = [1, 2, 3] as const;

/** Field of a phone → its column. */
export const phoneColumns = <P extends (typeof rowPhones)[number]>(place: P) =>
  ({ number: `phone_${place}`, extension: `phone_${place}_extension`, type: `phone_${place}_type` }) as const;

/** Field of an address → its column. */
export const addressColumns = <P extends (typeof rowAddresses)[number]>(place: P) =>
  ({
    address1: `address_${place}_line1`,
    address2: `address_${place}_line2`,
    city: `address_${place}_city`,
    stateProvince: `address_${place}_state`,
    postalCode: `address_${place}_zip`,
    addressType: `address_${place}_type`,
    visibility: `address_${place}_visibility`,
  }) as const;

/** Column without its language → field of the organization's text. */
export const textColumns = { description: "description", intake: "intake", hours_note: "hoursNote", languages_note: "languagesNote", coverage: "coverage" } as const;
/** Column without its language → field of the first service's text. */
export const serviceColumns = { service_name: "name", service_description: "description" } as const;
const inEach = <C extends keyof typeof textColumns | keyof typeof serviceColumns>(column: C) => [`${column}_en`, `${column}_es`] as const;

export const listingColumns = [
  "slug",
  "name",
  "alternate_name",
  "kind",
  "website",
  "email",
  ...rowPhones.flatMap((place) => Object.values(phoneColumns(place))),
  ...rowAddresses.flatMap((place) => Object.values(addressColumns(place))),
  "languages",
  "hours",
  "needs",
  "cost",
  ...inEach("service_name"),
  ...inEach("service_description"),
  ...inEach("description"),
  ...inEach("intake"),
  ...inEach("hours_note"),
  ...inEach("languages_note"),
  ...inEach("coverage"),
  "recognition_recognized_on",
  "recognition_expires_on",
  "recognition_renewal_pending",
  "recognition_status",
  "source_name",
  "source_url",
  "source_read_on",
] as const;
export type ListingColumn = (typeof listingColumns)[number];
/** A row by its columns; a column that is not there says as little as an empty cell. */
export type ListingRow = Partial<Record<ListingColumn, string | undefined>>;

/** Is this the name of a column of the template? */
export function isListingColumn(name: string): name is ListingColumn {
  return (listingColumns as readonly string[]).includes(name);
}

/** Path in the document → column, but for phones and addresses. */
export const columnsByPath: [path: string, column: ListingColumn][] = [
  ["slug", "slug"],
  ["name", "name"],
  ["alternateName", "alternate_name"],
  ["kind", "kind"],
  ["website", "website"],
  ["email", "email"],
  ["languages", "languages"],
  ["schedules", "hours"],
  ["services.0.needs", "needs"],
  ["services.0.cost", "cost"],
  ["services.0.text.en.name", "service_name_en"],
  ["services.0.text.es.name", "service_name_es"],
  ["services.0.text.en.description", "service_description_en"],
  ["services.0.text.es.description", "service_description_es"],
  ["text.en.description", "description_en"],
  ["text.es.description", "description_es"],
  ["text.en.intake", "intake_en"],
  ["text.es.intake", "intake_es"],
  ["text.en.hoursNote", "hours_note_en"],
  ["text.es.hoursNote", "hours_note_es"],
  ["text.en.languagesNote", "languages_note_en"],
  ["text.es.languagesNote", "languages_note_es"],
  ["text.en.coverage", "coverage_en"],
  ["text.es.coverage", "coverage_es"],
  ["recognition.recognizedOn", "recognition_recognized_on"],
  ["recognition.expiresOn", "recognition_expires_on"],
  ["recognition.renewalPending", "recognition_renewal_pending"],
  ["recognition.status", "recognition_status"],
];
