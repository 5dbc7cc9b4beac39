import { visibilityOfNew } from "./importedListing.ts";
import { addressColumns, phoneColumns, rowAddresses, rowPhones, serviceColumns, textColumns, type ListingColumn } from "./listingColumns.ts";
import type { ListingDocument } from "./listing.ts";
import { eachLocale, type Locale } from "./locales.ts";
import { parsePhone } from "./phones.ts";
import type { Cells } from "./rowCells.ts";

/** The parts of a listing as a row of the template gives them, not yet checked; `columns` says which cell each field came from. */
type Part = { value: Record<string, unknown>; columns: Record<string, ListingColumn> };

/** A number that is new keeps the kind of line that stood there, and nothing of its extension. */
export function phoneParts({ clears, isEmpty, given, or, refuse }: Cells, existing: ListingDocument | undefined): Part[] {
  return rowPhones.flatMap((place) => {
    const columns = phoneColumns(place);
    const before = existing?.phones[place - 1];
    if (clears(columns.number)) return [];
    if (isEmpty(columns.number) && !before) {
      if (given(columns.extension)) refuse(columns.number, "required");
      return [];
    }
    const number = or(columns.number, before?.number);
    const extension = or(columns.extension, number !== undefined && parsePhone(number) === before?.number ? before?.extension : undefined);
    return [{ columns, value: { number, extension, type: or(columns.type, before?.type)?.toLowerCase() } }];
  });
}

/** A street that is new takes nothing of the address that stood there, except how much of it residents see: a shelter stays hidden. */
export function locationParts({ clears, isEmpty, given, or }: Cells, existing: ListingDocument | undefined): Part[] {
  return rowAddresses.flatMap((place) => {
    const columns = addressColumns(place);
    const there = existing?.locations[place - 1];
    if (clears(columns.address1) || (!there && Object.values(columns).every(isEmpty))) return [];
    const before = isEmpty(columns.address1) || given(columns.address1) === there?.address1 ? there : undefined;
    const value = {
      address1: or(columns.address1, before?.address1),
      address2: or(columns.address2, before?.address2),
      city: or(columns.city, before?.city),
      stateProvince: or(columns.stateProvince, before?.stateProvince)?.toUpperCase(),
      // The guide keeps nothing of the four digits after it.
      postalCode: or(columns.postalCode, before?.postalCode)?.replace(/^(\d{5})-\d{4}$/, "$1"),
      addressType: or(columns.addressType, before?.addressType)?.toLowerCase(),
      visibility: given(columns.visibility)?.toLowerCase() ?? there?.visibility ?? visibilityOfNew(existing),
    };
    return [{ columns, value }];
  });
}

/** "MO TU WE 09:00-17:00; SA 10:00-12:00" */
export function scheduleParts({ isEmpty, given, refuse }: Cells, existing: ListingDocument | undefined): unknown[] {
  if (isEmpty("hours")) return existing?.schedules ?? [];
  const openings = (given("hours") ?? "").split(/[;\n]/).map((text) => text.trim()).filter((text) => text !== "");
  return openings.flatMap((opening) => {
    const [, byday, opensAt, closesAt] = opening.match(/^((?:(?:MO|TU|WE|TH|FR|SA|SU)[ ,]+)+)(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})$/i) ?? [];
    if (byday && opensAt && closesAt) return [{ byday: byday.toUpperCase().match(/[A-Z]{2}/g), opensAt: opensAt.padStart(5, "0"), closesAt: closesAt.padStart(5, "0") }];
    refuse("hours", "time");
    return [];
  });
}

/** "-" for the day of recognition takes the recognition out. */
export function recognitionPart({ clears, given, or, dayOr, yesOr }: Cells, existing: ListingDocument | undefined): Record<string, unknown> | undefined {
  const before = existing?.recognition;
  const columns = ["recognition_recognized_on", "recognition_expires_on", "recognition_renewal_pending", "recognition_status"] as const;
  if (clears("recognition_recognized_on") || (!before && !columns.some(given))) return undefined;
  return {
    recognizedOn: dayOr("recognition_recognized_on", before?.recognizedOn),
    expiresOn: dayOr("recognition_expires_on", before?.expiresOn),
    renewalPending: yesOr("recognition_renewal_pending", before?.renewalPending ?? false),
    status: or("recognition_status", before?.status ?? "Active"),
  };
}

type Texts = Record<Locale, Record<string, string | undefined>>;

/** What it says of itself, in both languages. */
export function textPart(cells: Cells, existing: ListingDocument | undefined): Texts {
  return textsOf(cells, textColumns, (locale) => existing?.text[locale] ?? {});
}

/** What its first service says. */
export function serviceTextPart(cells: Cells, existing: ListingDocument | undefined, serviceName: Record<Locale, string> | undefined): Texts {
  return textsOf(cells, serviceColumns, (locale) => existing?.services[0]?.text[locale] ?? { name: serviceName?.[locale] });
}

/** A text that the row gives must stand in every language, if not in the row then in the listing. */
function textsOf<C extends keyof typeof textColumns | keyof typeof serviceColumns>({ or, given, refuse }: Cells, columns: Record<C, string>, before: (locale: Locale) => Record<string, string | undefined>): Texts {
  const made: Texts = eachLocale(() => ({}));
  for (const column of Object.keys(columns) as C[]) {
    const field = columns[column];
    const inEach = eachLocale((locale) => ({ column: `${column}_${locale}` as const, text: or(`${column}_${locale}`, before(locale)[field]) }));
    const all = Object.entries(inEach);
    for (const [locale, { text }] of all) made[locale as Locale][field] = text;
    if (all.some(([, { column }]) => given(column))) for (const [, { column, text }] of all) if (text === undefined) refuse(column, "bothLanguages");
  }
  return made;
}
