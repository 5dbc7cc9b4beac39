import { addressColumns, columnsByPath, phoneColumns, rowAddresses, rowPhones, type ListingColumn } from "@/lib/listingColumns";

const paths = new Map<ListingColumn, string>([
  ...columnsByPath.map(([path, column]) => [column, path] as const),
  ...rowPhones.flatMap((place) => Object.entries(phoneColumns(place)).map(([field, column]) => [column, `phones.${place - 1}.${field}`] as const)),
  ...rowAddresses.flatMap((place) => Object.entries(addressColumns(place)).map(([field, column]) => [column, `locations.${place - 1}.${field}`] as const)),
]);

/** The field of a listing that a column of the template fills, as components/revision/fieldName.ts reads it: "phone_1" → "phones.0.number". */
export function columnPath(column: ListingColumn): string {
  return paths.get(column) ?? column.replace("source_read_on", "source.readOn").replace("source_", "source.");
}
