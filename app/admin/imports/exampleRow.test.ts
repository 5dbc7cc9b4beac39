import { expect, it } from "vitest";
import { exampleRow } from "./exampleRow";
import { listingFromRow } from "@/lib/listingCsv";

it("the row that is shown as an example is one that an import takes", () => {
  const made = listingFromRow(exampleRow, { serviceName: { en: "Legal help", es: "Ayuda legal" } });
  expect(made).toMatchObject({ document: { name: "Example Legal Center", phones: [{ number: "+12135550134" }], recognition: { expiresOn: "2031-07-19" } } });
});
