import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { sourceLabels } from "./sourceLabels";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const words = { en: createTranslator({ locale: "en", messages: en, namespace: "Staff.Source" }), es: createTranslator({ locale: "es", messages: es, namespace: "Staff.Source" }) };
const source = { name: "Public listing", url: null, publishedOn: null, readOn: null, dateNote: null };
const labels = (sources: Partial<Record<"name" | "url" | "publishedOn" | "readOn", string>>[], locale: "en" | "es" = "en") =>
  [...sourceLabels(sources.map((more, at) => ({ ...source, key: String(at), ...more })), words[locale], locale).values()];

describe("sourceLabels", () => {
  it("tells sources of one name apart by site and dates", () => {
    expect(labels([{}, { publishedOn: "2026-05" }, { url: "https://www.example.org/a?b=1", readOn: "2026-11-02" }])).toEqual([
      "Public listing (no date given)", "Public listing (dated May 2026)", "Public listing (example.org; no date given; read November 2, 2026)",
    ]);
    expect(labels([{ publishedOn: "2026-05" }], "es")).toEqual(["Public listing (fecha: mayo de 2026)"]);
  });

  it("gives whole addresses where the site is the same too", () => {
    expect(labels([{ url: "https://example.org/a" }, { url: "https://example.org/b" }, {}])).toEqual([
      "Public listing (https://example.org/a; no date given)", "Public listing (https://example.org/b; no date given)", "Public listing (no date given)",
    ]);
  });

  it("does not say a site twice, and takes any address", () => {
    expect(labels([{ name: "Listing (example.org)", url: "https://example.org" }, { url: "not an address" }])).toEqual(["Listing (example.org) (no date given)", "Public listing (no date given)"]);
    expect(labels([])).toEqual([]);
  });
});
