import { describe, expect, it } from "vitest";
import { acceptedWords } from "./acceptedWords.ts";
import { listingFromRow } from "./listingCsv.ts";
import { listingColumns } from "./listingColumns.ts";

const whole = {
  name: "A house", service_name_en: "Legal help", service_name_es: "Ayuda legal", phone_1: "213-555-0134", phone_2: "213-555-0135", phone_3: "213-555-0136",
  ...Object.fromEntries([1, 2, 3].flatMap((place) => [[`address_${place}_line1`, "1 Main St"], [`address_${place}_city`, "Springfield"], [`address_${place}_state`, "CA"], [`address_${place}_zip`, "90000"]])),
  recognition_recognized_on: "2020-01-01", recognition_expires_on: "2030-01-01",
};

describe("acceptedWords", () => {
  it("names for every column that refuses a word as a wrong choice the words that it takes", () => {
    const chosen = listingColumns.filter((column) => {
      const made = listingFromRow({ ...whole, [column]: "gratis" });
      return "refused" in made && made.refused.some((fault) => fault.column === column && fault.reason === "choice");
    });
    expect(chosen).toHaveLength(12);
    expect(chosen).toEqual(listingColumns.filter((column) => acceptedWords(column).length > 0));
    for (const column of chosen) for (const word of acceptedWords(column)) expect(listingFromRow({ ...whole, [column]: word }), `${column} ${word}`).toHaveProperty("document");
  });
});
