import { expect, it } from "vitest";
import { documents } from "./documents.ts";

const listing = {
  slug: "a", kind: "provider", position: 0, name: "A", grade: "C", phones: [], locations: [], text: { en: {}, es: {} }, sources: {},
  services: [{ needs: ["asylum"], text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } }],
};
const conflict = { field: "phone", note: "", text: { en: "Two lists differ.", es: "Dos listas difieren." } };
const provision = { directiveId: "a", key: "a", position: 0, text: { en: { summary: "A" }, es: { summary: "A" } }, sources: ["a"] };

// NUL, half a character: PostgreSQL refuses both.
const unstorable = ["a\u0000b", "a\ud800b"];

it.each(unstorable)("no field takes what cannot be stored: %j", (text) => {
  const faults = (document: unknown, entity: "Organization" | "Provision") => documents[entity].safeParse(document).error?.issues.map(({ path }) => path.join("."));
  expect(faults({ ...listing, conflicts: [{ ...conflict, note: text }] }, "Organization")).toEqual(["conflicts.0.note"]);
  expect(faults({ ...listing, conflicts: [{ ...conflict, text: { ...conflict.text, es: text } }] }, "Organization")).toEqual(["conflicts.0.text.es"]);
  expect(faults({ ...provision, quotation: text }, "Provision")).toContain("quotation");
});

it("a text of nothing but space is none", () => {
  for (const text of [" ", "\u2028", "\n"]) expect(documents.Organization.safeParse({ ...listing, conflicts: [{ ...conflict, text: { ...conflict.text, en: text } }] }).success).toBe(false);
  expect(documents.Organization.safeParse({ ...listing, conflicts: [conflict] }).success).toBe(true);
});
