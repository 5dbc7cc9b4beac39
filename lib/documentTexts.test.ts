import { describe, expect, it } from "vitest";
import { documents, type DocumentOf } from "./documents.ts";
import { englishHash, fallingBehind } from "./documentTexts.ts";

const words = { title: "Door", answer: "Wait.", do: [], dont: [], say: [] };
const section = documents.Section.parse({ chapterId: "home", key: "door", position: 1, lastReviewedOn: "2026-11-01", text: { en: words, es: { ...words, title: "Puerta" } }, sources: ["law"] });
const saying = (english: object, spanish: object = {}, more: Partial<DocumentOf<"Section">> = {}): DocumentOf<"Section"> => ({ ...section, ...more, text: { en: { ...section.text.en, ...english }, es: { ...section.text.es, ...spanish } } });

describe("fallingBehind", () => {
  it("names the languages that do not follow a change of the English", () => {
    expect(fallingBehind("Section", section, saying({ answer: "Do not open." }))).toEqual(["es"]);
    expect(fallingBehind("Section", section, saying({ answer: "Do not open." }, { answer: "No abra." }))).toEqual([]);
    expect(fallingBehind("Section", section, saying({}, { answer: "No abra." }))).toEqual([]);
    expect(fallingBehind("Section", section, { ...section, lastReviewedOn: "2026-11-02", sources: ["court"] })).toEqual([]);
  });

  it("does not mind the order of fields, and knows what was found right beside the new English", () => {
    const { title, ...rest } = section.text.en;
    expect(fallingBehind("Section", section, { ...section, text: { ...section.text, en: { ...rest, title } } })).toEqual([]);
    const after = saying({ answer: "Do not open." });
    expect(fallingBehind("Section", section, { ...after, confirmed: { es: englishHash("Section", after) } })).toEqual([]);
    expect(fallingBehind("Section", section, { ...after, confirmed: { es: englishHash("Section", section) } })).toEqual(["es"]);
  });

  it("looks at the services of a listing, and leaves new ones out", () => {
    const service = (en: string, es: string) => ({ needs: [], text: { en: { name: en }, es: { name: es } } });
    const listing = documents.Organization.parse({ slug: "house", kind: "provider", position: 1, name: "House", grade: "C", phones: [], locations: [], services: [service("Help", "Ayuda")], text: { en: {}, es: {} }, sources: { all: ["list"] } });
    const parsed = (services: object[]) => documents.Organization.parse({ ...listing, services });
    expect(fallingBehind("Organization", listing, parsed([service("Legal help", "Ayuda")]))).toEqual(["es"]);
    expect(fallingBehind("Organization", listing, parsed([service("Help", "Ayuda"), service("Classes", "Clases")]))).toEqual([]);
    expect(fallingBehind("Organization", listing, parsed([service("Legal help", "Ayuda legal")]))).toEqual([]);
  });
});
