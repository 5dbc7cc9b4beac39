import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "./locales.ts";
import { readability } from "./readability.ts";

const sentences = (text: string, locale: "en" | "es" = "en") =>
  readability(text, locale)
    .sentences.map((sentence) => sentence.text)
    .sort();

describe("readability", () => {
  it("is the English formula, counted by hand", () => {
    // 10 words, 12 syllables, 2 sentences: 0.39·5 + 11.8·1.2 − 15.59
    expect(readability("You do not have to open. Ask for a paper.", "en").score).toBe(0.5);
  });

  it("is the Spanish formula, counted by hand", () => {
    // 10 words, 17 syllables, 2 sentences: 206.84 − 60·1.7 − 1.02·5
    expect(readability("Usted no tiene que abrir. Pida un papel por debajo.", "es").score).toBe(99.7);
  });

  it("calls plain words easy and the language of offices hard, in both languages", () => {
    expect(readability("You have rights. Do not open the door. Stay calm. Ask who they are.", "en").level).toBe("easy");
    expect(readability("Usted tiene derechos. No abra la puerta. Pregunte quién es.", "es").level).toBe("easy");
    const office = "Notwithstanding applicable regulations, individuals subject to administrative proceedings may nevertheless request appropriate documentation regarding confidentiality.";
    expect(readability(office, "en")).toMatchObject({ level: "hard", sentences: [{ hard: true, reason: "longWords" }] });
    const oficina = "No obstante las reglamentaciones aplicables, las personas sujetas a procedimientos administrativos podrán solicitar documentación apropiada sobre confidencialidad.";
    expect(readability(oficina, "es")).toMatchObject({ level: "hard", sentences: [{ hard: true, reason: "longWords" }] });
  });

  it("puts the worst sentence first and says why", () => {
    const long = "If they come to the door of the place where you live and they say that you have to let them in, then you do not.";
    const { sentences } = readability(`Stay calm. ${long} Do not run.`, "en");
    expect(sentences.map(({ hard }) => hard)).toEqual([true, false, false]);
    expect(sentences[0]).toEqual({ text: long, words: 26, hard: true, reason: "long" });
  });

  it("does not blame a name for being one", () => {
    expect(readability("Immigration Representation Organization", "en").sentences).toEqual([{ text: "Immigration Representation Organization", words: 3, hard: false }]);
  });

  it.each(["", " \n\n ", "…", "👩‍👧 🚪", "---"])("finds nothing hard in %j", (text) => {
    for (const locale of locales) expect(readability(text, locale)).toMatchObject({ level: "easy", sentences: [] });
  });

  it("scores a single word without falling over", () => {
    expect(readability("Go.", "en")).toEqual({ score: 0, level: "easy", tells: false, sentences: [{ text: "Go.", words: 1, hard: false }] });
    expect(readability("¡Vaya!", "es").level).toBe("easy");
  });

  it("tells nothing of a line or two", () => {
    expect(readability("Go. ".repeat(29), "en").tells).toBe(false);
    expect(readability("Go. ".repeat(30), "en").tells).toBe(true);
  });

  it("reads over abbreviations", () => {
    expect(sentences("Executive Directive No. 20 is in force. Ask Dr. Smith.")).toEqual(["Ask Dr. Smith.", "Executive Directive No. 20 is in force."]);
    expect(sentences("See Executive Directive No. 20.")).toHaveLength(1);
    expect(sentences("You were born in the U.S. Show a paper.")).toHaveLength(1);
    expect(sentences("You were born in the U.S. You may stay.")).toHaveLength(2);
    expect(sentences("Must you open? No. You may wait. No. Stay calm.")).toHaveLength(5);
    expect(sentences("The U.S. Congress made it law.")).toHaveLength(1);
    expect(sentences("Hable con el Sr. Pérez. Él vive en EE. UU. Usted puede llamar a las 9 a. m. hoy.", "es")).toHaveLength(3);
  });

  it("counts a telephone number as one short word", () => {
    expect(readability("Call 213-387-3284 now.", "en").sentences).toEqual([{ text: "Call 213-387-3284 now.", words: 3, hard: false }]);
    expect(readability("Open from 8:30 to 5,000.", "en").sentences[0]?.words).toBe(5);
  });

  it("takes Markdown's marks away and each item of a list as a sentence", () => {
    expect(sentences("**Do** this:\n- Ask [them](https://example.org/a.b) why\n- Stay calm\n\nThen wait")).toEqual(["Ask them why", "Do this:", "Stay calm", "Then wait"]);
    expect(sentences("1. One\n2. Two")).toEqual(["One", "Two"]);
  });

  it("keeps quotations whole", () => {
    expect(sentences('Say: "I do not consent." Then stop.')).toHaveLength(2);
    expect(sentences("Diga: «No doy permiso.» Luego calle.", "es")).toHaveLength(2);
  });

  it("reads ten thousand words quickly", () => {
    const text = "You have the right to ask for a lawyer before you say a word. ".repeat(715);
    const started = performance.now();
    expect(readability(text, "en").sentences).toHaveLength(715);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("answers something sound to any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.constantFrom(...locales), (text, locale) => {
        const { score, sentences } = readability(text, locale);
        expect(Number.isFinite(score)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        for (const { words } of sentences) expect(words).toBeGreaterThan(0);
        const firstEasy = sentences.findIndex(({ hard }) => !hard);
        if (firstEasy >= 0) expect(sentences.slice(firstEasy).every(({ hard }) => !hard)).toBe(true);
      }),
    );
  });
});

it("is done within seconds, whatever is sent", () => {
  const began = performance.now();
  for (const words of ["U. S. ", "a\n\n", "Hello there. "]) readability(words.repeat(Math.floor(2_000_000 / words.length)), "en");
  expect(performance.now() - began).toBeLessThan(15_000);
});
