import { webAddress } from "./content.ts";
import { faultsOf } from "./faults.ts";
import { fullWebAddress, languageCode, newListing, slugOf, withoutAbsent, type ImportOptions } from "./importedListing.ts";
import { addressColumns, columnsByPath, phoneColumns, rowAddresses, rowPhones, type ListingColumn, type ListingRow } from "./listingColumns.ts";
import { listingDocument, type ListingDocument } from "./listing.ts";
import { cellsOf, type Cells, type RowFault } from "./rowCells.ts";
import { locationParts, phoneParts, recognitionPart, scheduleParts, serviceTextPart, textPart } from "./rowParts.ts";
import { formatPhone } from "./phones.ts";

/** Where a row's facts were read. */
export type RowSource = { name: string; url?: string; readOn?: string };

/**
 * A listing as a row of the CSV template, which has room for three phones, three addresses and one service. Street addresses are whole,
 * with their visibility beside them: the file is for staff.
 * @param source the source of the listing as a whole, if there is one
 */
export function rowFromListing(listing: ListingDocument, source?: RowSource): ListingRow {
  const row: ListingRow = {};
  for (const [path, column] of columnsByPath) row[column] = textAt(listing, path.split("."));
  row.hours = listing.schedules.map(({ byday, opensAt, closesAt }) => `${byday.join(" ")} ${opensAt}-${closesAt}`).join("; ");
  if (source) Object.assign(row, { source_name: source.name, source_url: source.url, source_read_on: source.readOn });
  const put = (columns: Record<string, ListingColumn>, part: unknown) => {
    for (const [field, column] of Object.entries(columns)) row[column] = textAt(part, [field]);
  };
  for (const place of rowPhones) put(phoneColumns(place), { ...listing.phones[place - 1], number: formatPhone(listing.phones[place - 1]?.number ?? "") });
  for (const place of rowAddresses) put(addressColumns(place), listing.locations[place - 1]);
  return row;
}

/**
 * A row of the CSV template as a listing. What has no cell in the template (further phones, services, conflicts, the sources of single facts)
 * stays as it is in the existing listing; an empty cell leaves what stands there, "-" clears it.
 * @returns the whole document, and apart from it the source that the row names; or every fault of the row, one a column
 */
export function listingFromRow(row: ListingRow, options: ImportOptions = {}): { document: ListingDocument; source?: RowSource } | { refused: RowFault[] } {
  const cells = cellsOf(row);
  const { or, given, listOr, refuse, faults } = cells;
  const { existing } = options;
  // Beside a name of its own in one language, the usual one in the other would be no translation of it.
  const serviceName = given("service_name_en") || given("service_name_es") ? undefined : options.serviceName;
  const [phones, locations] = [phoneParts(cells, existing), locationParts(cells, existing)];
  const [service, ...services] = existing?.services ?? [];
  const website = or("website", existing?.website);
  const result = listingDocument.safeParse(
    withoutAbsent({
      ...newListing,
      ...existing,
      slug: existing?.slug ?? given("slug") ?? slugOf(given("name") ?? ""),
      name: or("name", existing?.name),
      alternateName: or("alternate_name", existing?.alternateName),
      kind: given("kind")?.toLowerCase() ?? existing?.kind ?? newListing.kind,
      website: website && fullWebAddress(website),
      email: or("email", existing?.email),
      phones: [...phones.map(({ value }) => value), ...(existing?.phones.slice(rowPhones.length) ?? [])],
      locations: [...locations.map(({ value }) => value), ...(existing?.locations.slice(rowAddresses.length) ?? [])],
      languages: listOr("languages", existing?.languages ?? []).map(languageCode),
      schedules: scheduleParts(cells, existing),
      services: [{ ...service, needs: listOr("needs", service?.needs ?? []), cost: or("cost", service?.cost)?.toLowerCase(), text: serviceTextPart(cells, existing, serviceName) }, ...services],
      text: textPart(cells, existing),
      recognition: recognitionPart(cells, existing),
    }),
  );
  const source = sourceOf(cells);
  if (!result.success) {
    for (const { path, code } of faultsOf(result.error)) {
      const [list, place, field] = path.split(".");
      // No name, no address made of it: one fault, not two.
      if (path === "slug" && !given("slug") && !given("name")) continue;
      const part = list === "phones" ? phones[Number(place)] : list === "locations" ? locations[Number(place)] : undefined;
      const column = part?.columns[field ?? ""] ?? columnsByPath.find(([start]) => `${path}.`.startsWith(`${start}.`))?.[1];
      refuse(column ?? "name", /^languages\.\d/.test(path) ? "language" : /needs\.\d/.test(path) ? "need" : code);
    }
  }
  return result.success && faults.length === 0 ? { document: result.data, ...(source && { source }) } : { refused: faults };
}

const isFields = (value: unknown): value is { [field: string]: unknown } => typeof value === "object" && value !== null;

/** "es; ko" of a list, "yes" or "no", or the text itself. */
function textAt(value: unknown, [field, ...rest]: string[]): string | undefined {
  if (field !== undefined) return isFields(value) ? textAt(value[field], rest) : undefined;
  if (Array.isArray(value)) return value.join("; ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : undefined;
}

function sourceOf({ given, dayOr, refuse }: Cells): RowSource | undefined {
  const [name, url, readOn] = [given("source_name"), given("source_url"), dayOr("source_read_on", undefined)];
  const fullUrl = url && fullWebAddress(url);
  if (fullUrl && !webAddress.safeParse(fullUrl).success) refuse("source_url", "webAddress");
  if (!name && (url || readOn)) refuse("source_name", "required");
  return name ? { name, ...(fullUrl && { url: fullUrl }), ...(readOn && { readOn }) } : undefined;
}
