import { describe, expect, it } from "vitest";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };

type Words = { [key: string]: string | Words };

function flatten(words: Words, path = ""): Record<string, string> {
  return Object.assign({}, ...Object.entries(words).map(([key, value]) => (typeof value === "string" ? { [path + key]: value } : flatten(value, `${path}${key}.`))));
}

const [english, spanish] = [flatten(en), flatten(es)];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort();

describe("messages", () => {
  it("have the same keys in the same order in both languages", () => {
    expect(Object.keys(spanish)).toEqual(Object.keys(english));
  });

  it.each(Object.keys(english))("%s: the same placeholders, no loose space, nothing empty", (key) => {
    const [source, text] = [english[key]!, spanish[key]!];
    expect(placeholders(text)).toEqual(placeholders(source));
    for (const words of [source, text]) {
      expect(words).toBe(words.trim());
      expect(words).not.toBe("");
      expect(words).not.toMatch(/ {2}|\bTODO\b/);
    }
  });

  it("are translated, but for names", () => {
    const same = Object.keys(english).filter((key) => english[key] === spanish[key]);
    expect(same.map((key) => english[key]).filter((text) => !["Android", "iPhone", "ext. {extension}"].includes(text!))).toEqual([]);
  });

  it("name no city: that is content", () => {
    const everything = JSON.stringify([en, es]);
    expect(everything).not.toMatch(/Los [AÁ]ngeles|LAPD|Angelen|Angelin/i);
  });
});
