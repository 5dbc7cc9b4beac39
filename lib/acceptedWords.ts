import { listingDocument } from "./listing.ts";
import type { ListingColumn } from "./listingColumns.ts";

const { kind, phones, locations, services } = listingDocument.shape;
const { type } = phones.element.shape;
const { addressType, visibility } = locations.element.shape;

const words: [column: RegExp, words: readonly string[]][] = [
  [/^kind$/, kind.options],
  [/^phone_\d_type$/, type.unwrap().options],
  [/^address_\d_type$/, addressType.unwrap().options],
  [/^address_\d_visibility$/, visibility.unwrap().options],
  [/^cost$/, services.element.shape.cost.unwrap().options],
  [/^recognition_renewal_pending$/, ["yes", "no"]],
];

/** The words of which a cell of this column of the template (lib/listingColumns.ts) must hold one; none where it may hold anything. */
export function acceptedWords(column: ListingColumn): readonly string[] {
  return words.find(([pattern]) => pattern.test(column))?.[1] ?? [];
}
