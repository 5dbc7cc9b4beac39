import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff, type WordChange } from "./wordDiff.ts";

const without = (kind: WordChange["kind"], changes: WordChange[]) => changes.filter((change) => change.kind !== kind).map(({ text }) => text).join("");

describe("wordDiff", () => {
  it("shows the word that changed, and only it", () => {
    expect(wordDiff("Llame al abogado hoy.", "Llame al notario hoy.")).toEqual([
      { kind: "same", text: "Llame al " },
      { kind: "removed", text: "abogado" },
      { kind: "added", text: "notario" },
      { kind: "same", text: " hoy." },
    ]);
  });

  it("keeps words with accents whole", () => {
    expect(wordDiff("el niño", "el niña").filter(({ kind }) => kind !== "same").map(({ text }) => text)).toEqual(["niño", "niña"]);
    expect(wordDiff("la línea", "la linea").filter(({ kind }) => kind !== "same").map(({ text }) => text)).toEqual(["línea", "linea"]);
  });

  it("shows lines and spaces that changed", () => {
    expect(wordDiff("a b", "a\nb").some(({ kind }) => kind === "added")).toBe(true);
  });

  it("says nothing of two empty texts, and one thing of one", () => {
    expect(wordDiff("", "")).toEqual([]);
    expect(wordDiff("", "new")).toEqual([{ kind: "added", text: "new" }]);
    expect(wordDiff("old", "")).toEqual([{ kind: "removed", text: "old" }]);
    expect(wordDiff("as it was", "as it was")).toEqual([{ kind: "same", text: "as it was" }]);
  });

  it.each([
    ["nothing in common", "a b ".repeat(4_000), "c d ".repeat(4_000)],
    ["very long", "word ".repeat(200_000), "sword ".repeat(200_000)],
    ["one character without end", "a".repeat(400_000), "b".repeat(400_000)],
    ["nothing but spaces", " ".repeat(20_000), "\t".repeat(20_000)],
    ["nothing but marks", ".".repeat(12_000), ",".repeat(12_000)],
  ])("answers soon: %s", (_, before, after) => {
    const started = performance.now();
    const changes = wordDiff(before, after);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(without("added", changes)).toBe(before);
    expect(without("removed", changes)).toBe(after);
  });

  it("always holds the old text and the new one", () => {
    const text = fc.array(fc.oneof(fc.constantFrom("law", "ley", " ", "\n", "\r\n", ". ", "é", "👩‍👧", "don't", "<b>"), fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordDiff(before, after);
        expect(without("added", changes)).toBe(before);
        expect(without("removed", changes)).toBe(after);
        expect(changes.every((change) => change.text !== "")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
