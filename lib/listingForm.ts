import { rowsIn, typed, type FormValues } from "./formRows.ts";
import type { ListingDocument } from "./listing.ts";
import { eachLocale, locales, sourceLocale } from "./locales.ts";
import { formatPhone, parsePhone } from "./phones.ts";
import { fullWebAddress } from "./importedListing.ts";

/** The lists of a listing, each with the fields that make a row worth keeping: the others have an answer from the start. */
export const listingLists = {
  phones: ["number", "extension"],
  locations: ["address1", "address2", "city", "postalCode"],
  schedules: ["byday", "opensAt", "closesAt"],
  services: ["needs", "cost", ...locales.flatMap((locale) => [`text.${locale}.name`, `text.${locale}.description`])],
  conflicts: ["note", ...locales.map((locale) => `text.${locale}`)],
};
export type ListingList = keyof typeof listingLists;

/** The document's fields as the form has them: the rows of each list that say something, by the numbers that they have in the form. */
export function filledRows(values: FormValues, list: ListingList): number[] {
  return rowsIn(values, list).filter((row) => listingLists[list].some((field) => values[`${list}.${row}.${field}`]?.some((value) => value.trim())));
}

/**
 * What a form says of a listing, as listingDocument is to check it. Fields that the form does not know are left out, empty ones are absent;
 * slug, hidden and sources are not the form's business.
 */
export function listingFromForm(values: FormValues) {
  const one = (name: string) => typed(values, name);
  const many = (name: string) => (values[name] ?? []).filter(Boolean);
  const rows = <Row>(list: ListingList, read: (field: (name: string) => string) => Row) => filledRows(values, list).map((row) => read((name) => `${list}.${row}.${name}`));
  const number = (name: string) => (/^\d{1,5}$/.test(one(name) ?? "") ? Number(one(name)) : one(name));
  const website = one("website");
  const recognized = one("recognition.recognizedOn") || one("recognition.expiresOn");
  return {
    kind: one("kind"),
    position: number("position"),
    name: one("name"),
    alternateName: one("alternateName"),
    grade: one("grade"),
    website: website && fullWebAddress(website),
    email: one("email"),
    phones: rows("phones", (field) => ({ number: one(field("number")), extension: one(field("extension")), type: one(field("type")) })),
    locations: rows("locations", (field) => ({
      address1: one(field("address1")),
      address2: one(field("address2")),
      city: one(field("city")),
      stateProvince: one(field("stateProvince"))?.toUpperCase(),
      postalCode: one(field("postalCode")),
      addressType: one(field("addressType")),
      visibility: one(field("visibility")),
    })),
    schedules: rows("schedules", (field) => ({ byday: many(field("byday")), opensAt: one(field("opensAt")), closesAt: one(field("closesAt")) })),
    languages: many("languages"),
    recognition: recognized && {
      recognizedOn: one("recognition.recognizedOn"),
      expiresOn: one("recognition.expiresOn"),
      renewalPending: one("recognition.renewalPending") === "true",
      status: one("recognition.status"),
    },
    services: rows("services", (field) => ({
      needs: many(field("needs")),
      cost: one(field("cost")),
      text: eachLocale((locale) => ({ name: one(field(`text.${locale}.name`)), description: one(field(`text.${locale}.description`)) })),
    })),
    text: eachLocale((locale) => Object.fromEntries(listingTexts.map((name) => [name, one(`text.${locale}.${name}`)]))),
    conflicts: rows("conflicts", (field) => ({ field: one(field("field")), note: one(field("note")), text: eachLocale((locale) => one(field(`text.${locale}`))) })),
  };
}
export const listingTexts = ["description", "intake", "hoursNote", "languagesNote", "coverage"] as const;

/** The form's fields for a listing that is there. */
export function formOfListing({ slug: _slug, hidden: _hidden, sources: _sources, ...listing }: ListingDocument): FormValues {
  return flatten({ ...listing, phones: listing.phones.map((phone) => ({ ...phone, number: formatPhone(phone.number) })) }, "");
}

function flatten(value: unknown, name: string): FormValues {
  if (value === undefined) return {};
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.length > 0 ? { [name]: value } : {};
  if (typeof value !== "object" || value === null) return { [name]: [String(value)] };
  return Object.assign({}, ...Object.entries(value).map(([field, entry]) => flatten(entry, name ? `${name}.${field}` : field)));
}

/** Where two forms differ, as their listings would: empty rows, loose spaces and ways of writing a number are no difference. */
export function formDifferences(mine: FormValues, theirs: FormValues): { name: string; mine: string[]; theirs: string[] }[] {
  const [own, other] = [plain(mine), plain(theirs)];
  const names = [...new Set([...Object.keys(own), ...Object.keys(other)])];
  const sorted = (form: FormValues, name: string) => (form[name] ?? []).toSorted();
  return names.map((name) => ({ name, mine: sorted(own, name), theirs: sorted(other, name) })).filter(({ mine, theirs }) => mine.join("\n") !== theirs.join("\n"));
}

function plain(values: FormValues): FormValues {
  const { phones, ...listing } = listingFromForm(values);
  return flatten({ ...listing, phones: phones.map(({ number, ...phone }) => ({ ...phone, number: number && formatPhone(parsePhone(number) ?? number) })) }, "");
}

/** The form's field that a fault of the document is about. */
export function fieldOfFault(values: FormValues, path: string): string {
  if (path === "source") return "sourceKey";
  const [list = "", item = "", ...rest] = path.split(".");
  if (list === "languages") return list;
  if (!isList(list)) return path;
  const row = filledRows(values, list)[Number(item || 0)] ?? rowsIn(values, list)[0] ?? 0;
  const fields = rest.join(".").replace(/^(needs|byday)\..*/, "$1");
  return `${list}.${row}.${fields || whole[list]}`;
}

/** The field at which a fault of a whole row stands. */
const whole: Record<ListingList, string> = { phones: "number", locations: "address1", schedules: "closesAt", services: `text.${sourceLocale}.name`, conflicts: "note" };
const isList = (name: string): name is ListingList => Object.hasOwn(listingLists, name);
