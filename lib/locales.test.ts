import { expect, it } from "vitest";
import { languageInSentence, languageName } from "./languageName.ts";
import { eachLocale, isLocale, locales, sourceLocale } from "./locales.ts";

it("knows its languages, English first", () => {
  expect(locales[0]).toBe(sourceLocale);
  expect(["en", "es"].every(isLocale)).toBe(true);
  expect(["fr", "EN", "", "en-US", "__proto__", "constructor"].some(isLocale)).toBe(false);
  expect(eachLocale((locale) => locale.toUpperCase())).toEqual({ en: "EN", es: "ES" });
});

it("names languages in the reader's words, and does not stumble over what is none", () => {
  expect(languageName("ko", "es")).toBe("Coreano");
  expect(languageName("es", "es")).toBe("Español");
  expect(languageName("not a code", "en")).toBe("not a code");
  expect(languageInSentence("es", "es")).toBe("español");
  expect(languageInSentence("es", "en")).toBe("Spanish");
});
