import { fixed, places } from "./addresses.ts";
import { expect, test } from "./reading.ts";
import { content, messages } from "./words.ts";
import { plainText } from "../lib/plainText.ts";

/** How often each kind of element stands on a page. Runs in the browser. */
function outline(document: Document): Record<string, number> {
  const kinds = ["h1", "h2", "h3", "h4", "main li", "main section", "figure", "blockquote", "figure i", "dt", "dd", "details", "main svg", 'a[href^="tel:"]', "main a", "form", "label", "input", "select", "option", "button", "nav", "address", "strong"];
  return Object.fromEntries(kinds.map((kind) => [kind, document.querySelectorAll(kind).length]));
}

test.describe("every page says the same in both languages", () => {
  for (const { key, path } of places)
    test(key, async ({ read }) => {
      const [en, es] = [await read(path.en, outline), await read(path.es, outline)];
      // How the English sounds is for readers of other languages.
      expect(en["figure i"]).toBe(0);
      expect(es["figure i"]).toBe(es["figure"]! - (es["figure"]! - es["blockquote"]!) - quotations(key));
      delete en["figure i"];
      delete es["figure i"];
      expect(es).toEqual(en);
    });
});

/** Exact words of an act are quoted, not said. */
function quotations(key: string): number {
  const act = content.directives.find((directive) => `directive ${directive.key}` === key);
  return act?.facts.provisions.filter(({ quotation }) => quotation).length ?? 0;
}

/** What a Spanish reader reads: texts and attributes outside of what is marked as another language. Runs in the browser. */
function spanishTexts(document: Document): string[] {
  const foreign = "[lang]:not(html):not([lang='es']), script, style, svg, i";
  const blocks = [...document.querySelectorAll("title, h1, h2, h3, h4, p, li, dt, dd, a, button, label, option, summary, span, div, b, small, figcaption, address, address ~ p")];
  const texts = blocks
    .filter((block) => !block.closest(foreign))
    .map((block) => {
      const copy = block.cloneNode(true) as Element;
      copy.querySelectorAll(foreign).forEach((part) => part.replaceWith("|"));
      return copy.textContent ?? "";
    });
  const attributes = ["aria-label", "title", "alt", "placeholder"].flatMap((name) => [...document.querySelectorAll(`[${name}]`)].filter((element) => !element.closest(foreign)).map((element) => element.getAttribute(name) ?? ""));
  const description = document.querySelector('meta[name="description"]')?.getAttribute("content") ?? "";
  return [...new Set([...texts, ...attributes, description].map((text) => text.replace(/\s+/g, " ").trim()))].filter(Boolean);
}

const stringsIn = (value: unknown): string[] => (typeof value === "string" ? [value] : value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : []);
const paragraphs = (text: string) => text.split(/\n\s*\n/).map((part) => plainText(part, Infinity));

/** Everything that the files say in one language. */
function wordsIn(locale: "en" | "es"): string[] {
  return [
    messages[locale],
    content.city.text[locale],
    content.guides.flatMap(({ chapters }) => chapters.map(({ words }) => ({ ...words[locale], slug: "" }))),
    content.directives.map(({ words }) => ({ ...words[locale], slug: "" })),
    content.listings.map(({ facts }) => [facts.text[locale], facts.services.map(({ text }) => text[locale]), facts.conflicts.map(({ text }) => text[locale])]),
    Object.values(content.needs).map((need) => need[locale]),
  ].flatMap(stringsIn).flatMap(paragraphs);
}

const names = [...content.listings.flatMap(({ facts }) => [facts.name, facts.alternateName ?? ""]), ...Object.values(content.sources).flatMap(({ name, dateNote }) => [name, dateNote ?? ""])].filter(Boolean);
const phrases = content.guides.flatMap(({ chapters }) => chapters.flatMap(({ words }) => Object.values(words.en.sections).flatMap(({ say }) => say.map(({ english }) => english))));
const spanish = wordsIn("es");
// Short words are looked for whole, long ones anywhere. What both languages say alike (LAPD, DACA, Android) is no English,
// and the phrases to say stand in the names of their links.
const english = [...new Set(wordsIn("en").flatMap((text) => text.split(/\{[^}]*\}/)).map((text) => text.trim()))].filter(
  (text) => /\p{L}{3}/u.test(text) && !/[{}#]/.test(text) && !phrases.includes(text) && !spanish.some((other) => other === text || other.includes(text)) && !names.some((name) => name.includes(text)),
);
const long = english.filter((text) => text.length >= 15);
const short = new Set(english.filter((text) => text.length < 15));

test.describe("nothing in English on a Spanish page but what is marked", () => {
  test("the lists that this compares with are not empty", () => {
    expect(long.length).toBeGreaterThan(1000);
    expect(short.size).toBeGreaterThan(50);
  });

  for (const path of [...places.map(({ path }) => path.es), `${fixed.findHelp.es}?need=asylum&zip=x&q=asilum`, `${fixed.findHelp.es}?q=qqqqqq`])
    test(path, async ({ read }) => {
      const texts = await read(path, spanishTexts);
      expect(texts.length).toBeGreaterThan(20);
      expect(texts.filter((text) => short.has(text))).toEqual([]);
      const all = texts.join("\n");
      expect(long.filter((text) => all.includes(text))).toEqual([]);
      // Words that Spanish does not have, once names, phrases to say, addresses of the web and words quoted «so» are taken out.
      const rest = [...names, ...phrases].sort((a, b) => b.length - a.length).reduce((text, name) => text.replaceAll(name, "|"), all).replace(/[«(“][^»)”]*[»)”]/g, "|").replace(/\S*\w[./@]\w\S*/g, "|");
      expect(rest.match(/.{0,30}\b(the|and|your|you|with|this|that|have|from|not|what|who|when)\b.{0,30}/gi) ?? []).toEqual([]);
    });
});
