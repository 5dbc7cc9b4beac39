import { expect, it } from "vitest";
import { guessColumns } from "./guessColumns.ts";
import { parseColumns, planFault } from "./importFile.ts";
import { listingColumns } from "./listingColumns.ts";

it("knows its own template", () => expect(guessColumns([...listingColumns])).toEqual(listingColumns));

it("knows what other lists call the same, in both languages", () => {
  expect(guessColumns(["Organization Name", "Teléfono", "ZIP Code", "Página web", "Shoe size", ""])).toEqual(["name", "phone_1", "address_1_zip", "website", null, null]);
});

it("gives a column once, to the header that names it exactly", () => {
  expect(guessColumns(["Organization", "name", "NAME", "Nombre"])).toEqual([null, "name", null, null]);
});

it("accepts only columns of the template, each once, and a name", () => {
  expect(parseColumns(["name", "constructor", "", "phone_1"])).toEqual(["name", null, null, "phone_1"]);
  expect([planFault(["name", "name"]), planFault(["phone_1", null]), planFault([]), planFault(["slug", null, null])]).toEqual(["twice", "noName", "noName", null]);
});
