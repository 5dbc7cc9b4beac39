import fc from "fast-check";
import { expect, it } from "vitest";
import { locales } from "./locales.ts";
import { syllables } from "./syllables.ts";

const english = {
  1: "a the you don't they're door stop ask your call rights signed asked fire care home while rules states through need yes whole months 213-387-3284 court's sales clothes friends",
  2: "agent police open lawyer isn't didn't people table office someone statement sometimes silent number homeless needed wanted handled hundred settled useful safely safety mayor lion being only judges U.S. I-205 and/or request business marriage doesn't housing quiet science",
  3: "attorney family permission immigrant consulate employee area idea video medium violence period government agreement document anyone everyone services detention DMV asylum easier religious",
  4: "immigration information deportation usually January California community notario coalition LAPD identify citizenship reliable society criticism reality",
  5: "representative immediately USCIS organization opportunity individual university",
  6: "identification naturalization",
};

// Diphthongs as the Academy writes them: guion and pie are one, prohibir is two (the h parts nothing).
const spanish = {
  1: "a y no con que quien muy ley hoy juez bien dos buey pie seis guion huir 2026-07",
  2: "puerta día país Raúl guía calle oír ahí leer tío búho usted papel agua pingüe llame cuida orden guerra veinte huelga ruido prohibir construí yerno reyes estoy quiero seguir pague",
  3: "agente cuidado derechos quédese oeste ahora familia vergüenza ciudades audiencia gratuito detención línea héroe bahía creíais incluido toalla poeta TPS rehenes tribunal miércoles",
  4: "abogado averigua teoría policía inmigrante vehículo documentos ciudadano inmigración deportación teléfono antigüedad zanahoria",
  5: "ciudadanía organización fotografía interpretación",
  6: "identificación acompañamiento",
};

const cases = (lists: Record<number, string>) => Object.entries(lists).flatMap(([count, words]) => words.split(" ").map((word) => [word, Number(count)] as const));

it.each(cases(english))("English: %s has %i", (word, count) => expect(syllables(word, "en")).toBe(count));
it.each(cases(spanish))("Spanish: %s has %i", (word, count) => expect(syllables(word, "es")).toBe(count));

it("counts written capitals, accents apart from their letters and curly apostrophes alike", () => {
  expect(syllables("CIUDADANÍA", "es")).toBe(5);
  expect(syllables("policía".normalize("NFD"), "es")).toBe(4);
  expect(syllables("didn’t", "en")).toBe(2);
});

it("finds at least one in anything, and never more than its characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...locales), (word, locale) => {
      const count = syllables(word, locale);
      expect(count).toBeGreaterThanOrEqual(1);
      expect(count).toBeLessThanOrEqual(Math.max(1, word.normalize("NFC").length + 1));
    }),
  );
});

it.each(["any", "every", "ly", "home", "fulness", "a", "ía", "qu", "h", "x"])("does not lose itself in %s without end", (piece) => {
  const started = performance.now();
  for (const locale of locales) expect(syllables(piece.repeat(20_000), locale)).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(2_000);
});
