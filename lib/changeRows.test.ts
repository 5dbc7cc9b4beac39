import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.ts";
import { changeRows } from "./changeRows.ts";

const section = { key: "door", position: 1, text: { en: { title: "Door", do: ["Wait."] }, es: { title: "Puerta", do: ["Espere."] } } };

describe("changeRows", () => {
  it("puts the languages of one text side by side, also the one that stayed", () => {
    const after = { ...section, text: { ...section.text, es: { ...section.text.es, title: "La puerta" } } };
    expect(changeRows(section, after)).toEqual([
      { path: "text.*.title", sides: [{ locale: "en", before: "Door", after: "Door" }, { locale: "es", before: "Puerta", after: "La puerta" }] },
    ]);
  });

  it("tells a new record field by field", () => {
    expect(changeRows(null, section).map(({ path }) => path)).toEqual(["key", "position", "text.*.title", "text.*.do"]);
    expect(changeRows(null, section).at(-1)?.sides).toEqual([{ locale: "en", before: undefined, after: ["Wait."] }, { locale: "es", before: undefined, after: ["Espere."] }]);
  });

  it("tells a part that went field by field, and other texts by their own path", () => {
    const before = { recognition: { status: "Active", expiresOn: "2027-01-01" }, services: [{ text: { en: { name: "A" }, es: { name: "B" } } }] };
    const after = { services: [{ text: { en: { name: "C" }, es: { name: "B" } } }] };
    expect(changeRows(before, after).map(({ path }) => path)).toEqual(["recognition.status", "recognition.expiresOn", "services.0.text.*.name"]);
    expect(changeRows({ slug: { en: "a", es: "b" } }, { slug: { en: "c", es: "b" } })[0]?.path).toBe("slug.*");
  });

  it("takes the sources of all facts together", () => {
    const [before, after] = [{ sources: { phone: ["a"], name: ["a"] } }, { sources: { phone: ["b"], name: ["a"], email: ["b"] } }];
    expect(changeRows(before, after)).toEqual([{ path: "sources", sides: [{ locale: null, before: before.sources, after: after.sources }] }]);
  });

  it("tells sources last, and only where they differ as sets", () => {
    const before = { sources: { phone: ["a", "b"], name: ["a"] }, website: "1" };
    expect(changeRows(before, { website: "2", sources: { name: ["a"], phone: ["b", "a"] } }).map(({ path }) => path)).toEqual(["website"]);
    expect(changeRows(before, { sources: { name: ["b"] }, website: "2" }).map(({ path }) => path)).toEqual(["website", "sources"]);
    expect(changeRows({ sources: ["a"], key: "1" }, { sources: ["b"], key: "2" }).map(({ path }) => path)).toEqual(["key", "sources"]);
  });

  it("is not confused by fields that look like languages, or like inherited ones", () => {
    expect(changeRows({ links: { en: "1" } }, { links: { en: "2" } })).toEqual([{ path: "links.en", sides: [{ locale: null, before: "1", after: "2" }] }]);
    expect(changeRows({}, JSON.parse('{"__proto__": {"text": {"en": 1}}}')).map(({ path }) => path)).toEqual(["__proto__.text.*"]);
  });

  it("has a row exactly where there is a change", () => {
    const document = fc.dictionary(fc.constantFrom("name", "text", "slug", "en", "es", "list"), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true });
    fc.assert(
      fc.property(document, document, (before, after) => {
        const [rows, changes] = [changeRows(before, after), changesBetween(before, after)];
        expect(rows.length === 0).toBe(changes.length === 0);
        expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
      }),
      { numRuns: 500 },
    );
  });
});
