import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { changedFieldNames } from "./changedFieldNames";
import { Changes } from "./Changes";
import { fieldName } from "./fieldName";
import { linesOf } from "./linesOf";
import { LinesDiff } from "./LinesDiff";
import { WholeDocument } from "./WholeDocument";
import { changeRows } from "@/lib/changeRows";
import { documents, isRecordEntity, type AnyDocument } from "@/lib/documents";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const messages = { en, es };
const words = (locale: "en" | "es") => createTranslator({ locale, messages: messages[locale], namespace: "Staff.FieldNames" });
function draw(element: ReturnType<typeof createElement>, locale: "en" | "es" = "en"): string {
  const onError = (error: Error) => {
    throw error;
  };
  const frame = { locale, messages: messages[locale], timeZone: "UTC", onError, children: element };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, frame));
}

const hostile = ["<script>alert(1)</script>", "</ins><img src=x onerror=alert(1)>", "{count, plural", "__proto__", "constructor", "toString", "a".repeat(20_000), "\u202Eabc", "' OR 1=1 --", "&lt;b&gt;", "\n\n\n", "${x}", "*/ **bold** [x](javascript:alert(1))"];
const listing = documents.Organization.parse({
  slug: "house", kind: "provider", position: 1, name: "House", grade: "C", website: "https://example.org", phones: [{ number: "213-555-0134", extension: "12" }],
  locations: [{ address1: "1 Main St", city: "Anytown", stateProvince: "CA", postalCode: "90012", visibility: "area" }], schedules: [{ byday: ["MO", "TU", "WE"], opensAt: "09:00", closesAt: "17:00" }], languages: ["ko"],
  recognition: { recognizedOn: "2024-01-02", expiresOn: "2026-01-02", renewalPending: true, status: "Active" },
  services: [{ needs: ["asylum"], cost: "free", text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } }], text: { en: { intake: "Walk in." }, es: { intake: "Sin cita." } }, sources: { name: ["law-list"] },
});

describe("fieldName", () => {
  it("names fields in both languages, by their place and language", () => {
    expect(fieldName(words("en"), "phones.0.number", "en")).toBe("Phone number 1: Number");
    expect(fieldName(words("en"), "services.1.text.es.name", "en")).toBe("Service 2: Name (Spanish)");
    expect(fieldName(words("es"), "text.en.answer", "es")).toBe("Respuesta corta (inglés)");
    expect(fieldName(words("en"), "text.*.do.2", "en")).toBe("What to do, point 3");
    expect(fieldName(words("en"), "text", "en")).toBe("Text");
  });

  it("gives back what it does not know, whatever it is", () => {
    for (const path of [...hostile.filter((text) => !text.includes(".")), ""]) expect(typeof fieldName(words("en"), path, "en")).toBe("string");
    expect(fieldName(words("en"), "constructor", "en")).toBe("constructor");
    fc.assert(fc.property(fc.string(), (path) => typeof fieldName(words("es"), path, "es") === "string"));
  });

  it("has a name for every field that a document may have", () => {
    const fieldsIn = (schema: object): string[] =>
      Object.entries(schema).flatMap(([key, part]) => (key === "properties" ? Object.entries(part as object).flatMap(([name, inner]) => [name, ...fieldsIn(inner as object)]) : typeof part === "object" && part !== null ? fieldsIn(part) : []));
    for (const [entity, schema] of Object.entries(documents)) {
      expect(isRecordEntity(entity)).toBe(true);
      const json = schema.toJSONSchema({ io: "input", unrepresentable: "any" });
      for (const field of new Set(fieldsIn(json))) if (!["en", "es"].includes(field)) expect(Object.keys(en.Staff.FieldNames.names), `${entity}: ${field}`).toContain(field);
    }
  });

  it("takes languages and facts of one field together", () => {
    expect(changedFieldNames(words("en"), ["text.en.title", "text.es.title", "sources.phone", "sources.name"], "en")).toEqual(["Title", "Sources"]);
  });
});

describe("linesOf", () => {
  const value = (path: string, given: unknown, locale: "en" | "es" = "en") => linesOf(path, given, { t: words(locale), locale, names: new Map([["needs/asylum", "Asylum"], ["sources/law-list", "The list"]]) });

  it("says values as people say them", () => {
    expect(value("phones", listing.phones)).toEqual(["(213) 555-0134 · Extension 12 · Voice"]);
    expect(value("locations", listing.locations)).toEqual(["1 Main St · Anytown · CA · 90012 · A place to go to · Area only"]);
    expect(value("schedules", listing.schedules, "es")[0]).toMatch(/^Lunes–miércoles: 9:00/i);
    expect(value("languages", ["ko"])).toEqual(["Korean"]);
    expect(value("recognition.expiresOn", "2026-01-02")).toEqual(["January 2, 2026"]);
    expect(value("recognition.renewalPending", true)).toEqual(["Renewal asked for"]);
    expect(value("services", listing.services)).toEqual(["Asylum\nFree\nName (English): Legal help\nName (Spanish): Ayuda legal"]);
    expect(value("sources", { phone: ["law-list"], languages: ["unknown-list"] })).toEqual(["Phone: The list", "Languages: unknown-list"]);
    expect(value("website", undefined)).toEqual([]);
  });

  it("takes anything", () => {
    fc.assert(fc.property(fc.constantFrom("phones", "schedules", "services", "sources", "text.*.do", "hidden", "kind"), fc.jsonValue(), (path, given) => Array.isArray(value(path, given))));
  });
});

describe("a diff on the page", () => {
  it("never lets a text be markup, and holds the old and the new whole", () => {
    for (const before of hostile)
      for (const after of hostile) {
        const html = draw(createElement(LinesDiff, { before: [before], after: [after], byWord: true }));
        expect(html).not.toMatch(/<(script|img|b)\b/);
      }
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a b c", "a c", "d", "<i>e</i> f"), { maxLength: 6 }), fc.array(fc.constantFrom("a b c", "a x c", "d", "<i>g</i> f"), { maxLength: 6 }), fc.boolean(), (before, after, byWord) => {
        const html = draw(createElement(LinesDiff, { before, after, byWord })).replace(/<span class="sr-only".*?<\/span>/g, "");
        const without = (mark: string) => html.replace(new RegExp(`<${mark}>.*?</${mark}>`, "g"), "").replace(/<(?!\/?(li|ul|p)\b)[^>]+>/g, "");
        const lines = (text: string) => text.split(/<\/?(?:li|ul|p)[^>]*>/).filter(Boolean).map((line) => line.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
        expect(lines(without("ins")).sort()).toEqual([...before].sort());
        expect(lines(without("del")).sort()).toEqual([...after].sort());
      }),
    );
  });

  it("says added and removed in words too, in the reader's language", () => {
    const html = draw(createElement(LinesDiff, { before: ["old"], after: ["new"], byWord: true }), "es");
    expect(html).toMatch(/<del><span class="sr-only" lang="es">\[quitado\] <\/span>old/);
    expect(html).toMatch(/<ins><span class="sr-only" lang="es">\[agregado\] <\/span>new/);
  });

  it("shows a changed phone number whole, never half old and half new", () => {
    const after = { ...listing, phones: [{ number: "+12135550199", type: "voice" as const }] };
    const html = draw(createElement(Changes, { rows: changeRows(listing, after), names: new Map() }));
    expect(html).toContain("(213) 555-0134 · Extension 12 · Voice");
    expect(html).toContain("(213) 555-0199 · Voice");
  });

  it("tells of sources only what came and went, after the facts, and folds the rest away", () => {
    const before = { ...listing, sources: { name: ["list", "roster"], phone: ["list", "roster"] } };
    const after = { ...listing, website: "https://example.net", sources: { phone: ["told", "list"], name: ["roster", "list"] } };
    const html = draw(createElement(Changes, { rows: changeRows(before, after), names: new Map([["sources/told", "What they told us"], ["sources/roster", "The roster"], ["sources/list", "The list"]]) }));
    const [said, folded = ""] = html.split("<details");
    expect(said!.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")).toContain("Phone: new source What they told us · no longer The roster");
    expect(said!.indexOf("example.net")).toBeLessThan(said!.indexOf("What they told us"));
    expect([said!.includes("The list"), said!.includes("Name:")]).toEqual([false, false]);
    expect(folded.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")).toContain("Name: The roster; The list Phone: The list");
    expect(draw(createElement(Changes, { rows: changeRows(before, { ...before, sources: { phone: ["roster", "list"], name: ["roster", "list"] } }), names: new Map() }))).not.toContain("<section");
  });

  it("draws a document of hostile strings in every field", () => {
    const fill = (value: unknown, text: string): unknown => {
      if (typeof value === "string") return text;
      if (Array.isArray(value)) return value.map((item) => fill(item, text));
      return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, text)])) : value;
    };
    for (const text of hostile) {
      const bad = fill(listing, text) as AnyDocument;
      for (const element of [createElement(Changes, { rows: changeRows(listing, bad), names: new Map() }), createElement(Changes, { rows: changeRows(null, bad), names: new Map() }), createElement(WholeDocument, { document: bad, names: new Map() })])
        for (const locale of ["en", "es"] as const) expect(draw(element, locale)).not.toMatch(/<(script|img|b)\b/);
    }
  });
});
