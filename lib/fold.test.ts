import fc from "fast-check";
import { expect, it } from "vitest";
import { fold, wordsOf } from "./fold.ts";

it("takes accents and capitals away", () => {
  expect(fold("Núñez ÁÉÍÓÚ Ü ç")).toBe("nunez aeiou u c");
  expect(fold("Nu\u0301n\u0303ez")).toBe("nunez");
});

it("finds the words of a text", () => {
  expect(wordsOf("Calle 7, Ñandú")).toEqual(["calle", "7", "nandu"]);
  expect(wordsOf("  ¿…? «—» 👩 ")).toEqual([]);
  expect(wordsOf("한국어 法律")).toEqual(["한국어".normalize("NFD"), "法律"]);
});

it("folds what is folded to itself, and leaves only letters and digits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
});
