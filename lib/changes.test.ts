import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween, itemChanges } from "./changes.ts";

const listing = {
  name: "CARECEN",
  website: "https://example.org",
  phones: [{ number: "+12133857800", type: "voice" }],
  schedules: [{ byday: ["MO", "TU"], opensAt: "09:00", closesAt: "17:00" }],
  services: [
    { needs: ["asylum"], text: { en: { name: "Legal help" }, es: { name: "Ayuda legal" } } },
    { needs: [], text: { en: { name: "Classes" }, es: { name: "Clases" } } },
  ],
  text: { en: { do: ["Stay calm.", "Call."] }, es: { do: ["Calma.", "Llame."] } },
};
const paths = (before: unknown, after: unknown) => changesBetween(before, after).map(({ path }) => path);
const changed = (change: (copy: typeof listing) => void) => {
  const copy = structuredClone(listing);
  change(copy);
  return copy;
};

describe("changesBetween", () => {
  it("names a field by its path", () => {
    expect(changesBetween(listing, { ...listing, website: "https://example.com" })).toEqual([{ path: "website", before: "https://example.org", after: "https://example.com" }]);
    expect(paths(listing, changed(({ services }) => (services[0]!.text.es.name = "Asistencia")))).toEqual(["services.0.text.es.name"]);
    expect(paths(listing, changed(({ services }) => services[1]!.needs.push("daca")))).toEqual(["services.1.needs"]);
  });

  it("takes phones, hours and lists of sentences as one change each", () => {
    expect(paths(listing, changed(({ phones }) => (phones[0]!.number = "+12130000000")))).toEqual(["phones"]);
    expect(paths(listing, changed(({ phones }) => phones.push({ number: "+12132222222", type: "hotline" })))).toEqual(["phones"]);
    expect(paths(listing, changed(({ schedules }) => schedules[0]!.byday.pop()))).toEqual(["schedules"]);
    expect(paths(listing, changed(({ text }) => (text.en.do[1] = "Call now.")))).toEqual(["text.en.do"]);
  });

  it("takes services as one change when one came or went", () => {
    expect(paths(listing, changed(({ services }) => services.pop()))).toEqual(["services"]);
  });

  it("takes the sources of a text or fact as a set", () => {
    expect(paths({ sources: ["a", "b"] }, { sources: ["b", "a"] })).toEqual([]);
    expect(paths({ sources: ["a", "a", "b"] }, { sources: ["b", "a"] })).toEqual([]);
    expect(paths({ sources: { phone: ["a", "b"], name: ["a"] } }, { sources: { name: ["a"], phone: ["b", "a"] } })).toEqual([]);
    expect(paths({ sources: { phone: ["a", "b"] } }, { sources: { phone: ["b", "c"] } })).toEqual(["sources.phone"]);
    expect(paths({ sources: ["a"] }, { sources: ["a", "b"] })).toEqual(["sources"]);
    expect(paths({ sources: ["a"] }, { sources: [] })).toEqual(["sources"]);
    expect(paths({ do: ["a", "b"] }, { do: ["b", "a"] })).toEqual(["do"]);
    expect(paths({ text: { sources: ["a", "b"] } }, { text: { sources: ["b", "a"] } })).toEqual(["text.sources"]);
  });

  it("sees what came and went as absent on one side", () => {
    expect(changesBetween({}, { recognition: { status: "Active" } })).toEqual([{ path: "recognition", before: undefined, after: { status: "Active" } }]);
    expect(changesBetween({ text: { en: { intake: "Walk in" } } }, { text: { en: {} } })).toEqual([{ path: "text.en.intake", before: "Walk in", after: undefined }]);
  });

  it("tells null, absent, empty and zero apart", () => {
    expect(paths({ a: null }, {})).toEqual(["a"]);
    expect(paths({ a: "" }, { a: null })).toEqual(["a"]);
    expect(paths({ a: 0 }, { a: false })).toEqual(["a"]);
    expect(paths({ a: [] }, {})).toEqual(["a"]);
    expect(paths({ a: { b: 1 } }, { a: [1] })).toEqual(["a"]);
  });

  it("is not fooled by the names of inherited fields", () => {
    expect(paths({}, { constructor: "x", toString: 1 })).toEqual(["constructor", "toString"]);
    expect(paths(JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 2}'))).toEqual(["__proto__"]);
    expect(paths({}, JSON.parse('{"__proto__": {"a": 1}}'))).toEqual(["__proto__"]);
  });

  it("does not mind the order of fields, nor undefined", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries([...Object.entries(value).reverse().map(([key, entry]) => [key, reversed(entry)] as const), ["never", undefined]]);
    };
    expect(changesBetween(listing, reversed(listing))).toEqual([]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(changesBetween(value, reversed(value))).toEqual([]);
      }),
    );
  });

  it("finds a difference exactly where there is one, the same seen from either side", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const canonical = (value: unknown) => JSON.stringify(value, (_, entry: unknown) => (typeof entry === "object" && entry !== null && !Array.isArray(entry) ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))) : entry));
        const there = changesBetween(a, b);
        expect(there.length === 0).toBe(canonical(a) === canonical(b));
        expect(changesBetween(b, a).map(({ path, before, after }) => ({ path, before: after, after: before })).sort(byPath)).toEqual([...there].sort(byPath));
      }),
      { numRuns: 500 },
    );
  });

  it("holds all that is needed to make the new document of the old one", () => {
    const key = fc.constantFrom("name", "text", "en", "phones", "do");
    const { document } = fc.letrec<{ document: unknown; value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.array(tie("value"), { maxLength: 3 }), tie("document")),
      document: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(changesBetween(before, after).reduce((made, change) => put(made, change.path.split("."), change.after), structuredClone(before))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });
});

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function put(value: unknown, [name, ...rest]: string[], after: unknown): unknown {
  if (name === undefined) return after;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === name ? put(item, rest, after) : item));
  const { [name]: old, ...others } = value as Record<string, unknown>;
  const fresh = put(old, rest, after);
  return fresh === undefined ? others : { ...others, [name]: fresh };
}

describe("itemChanges", () => {
  it("shows what stayed, came and went, in order", () => {
    expect(itemChanges(["Stay calm.", "Call."], ["Stay calm.", "Wait.", "Call."])).toEqual([
      { kind: "kept", item: "Stay calm." },
      { kind: "added", item: "Wait." },
      { kind: "kept", item: "Call." },
    ]);
    expect(itemChanges([{ number: "1", type: "voice" }], [{ type: "voice", number: "1" }, { type: "voice", number: "2" }]).map(({ kind }) => kind)).toEqual(["kept", "added"]);
    expect(itemChanges([], [])).toEqual([]);
  });

  it("holds the old list and the new one", () => {
    const list = fc.array(fc.oneof(fc.constantFrom("a", "b", "c"), fc.record({ number: fc.constantFrom("1", "2") })), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = itemChanges(before, after);
        expect(changes.filter(({ kind }) => kind !== "added").map(({ item }) => item)).toEqual(before);
        expect(changes.filter(({ kind }) => kind !== "removed").map(({ item }) => item)).toEqual(after);
      }),
    );
  });

  it("answers soon for long lists that share nothing", () => {
    const [before, after] = [Array.from({ length: 5_000 }, (_, index) => `a${index}`), Array.from({ length: 5_000 }, (_, index) => `b${index}`)];
    const started = performance.now();
    expect(itemChanges(before, after)).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
