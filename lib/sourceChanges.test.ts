import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.ts";
import { sourceChanges } from "./sourceChanges.ts";

describe("sourceChanges", () => {
  it("tells of each fact what came, went and stayed, in the order in which facts are shown", () => {
    const [before, after] = [{ phone: ["list"], name: ["list"], email: ["list", "site"] }, { email: ["site", "list"], phone: ["told"], name: ["list"], hours: ["told"] }];
    expect(sourceChanges(before, after)).toEqual([
      { fact: "name", added: [], removed: [], kept: ["list"] },
      { fact: "phone", added: ["told"], removed: ["list"], kept: [] },
      { fact: "email", added: [], removed: [], kept: ["site", "list"] },
      { fact: "hours", added: ["told"], removed: [], kept: [] },
    ]);
  });

  it("tells the sources of a text without a fact", () => {
    expect(sourceChanges(["law", "court"], ["court", "guide"])).toEqual([{ fact: null, added: ["guide"], removed: ["law"], kept: ["court"] }]);
    expect(sourceChanges(undefined, ["law"])).toEqual([{ fact: null, added: ["law"], removed: [], kept: [] }]);
    expect(sourceChanges({ phone: ["list"] }, undefined)).toEqual([{ fact: "phone", added: [], removed: ["list"], kept: [] }]);
  });

  it("takes anything, and finds nothing in what are no sources", () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => Array.isArray(sourceChanges(before, after))));
    expect(sourceChanges(1, { phone: "list" })).toEqual([]);
  });

  it("finds a change exactly where the documents differ", () => {
    const sources = fc.dictionary(fc.constantFrom("name", "phone", "constructor"), fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 }), { noNullPrototype: true });
    fc.assert(
      fc.property(sources, sources, (before, after) => {
        const changed = sourceChanges(before, after).some(({ added, removed }) => added.length + removed.length > 0);
        expect(changed).toBe(changesBetween({ sources: before }, { sources: after }).length > 0);
      }),
    );
  });
});
