import type { Random } from "./random.ts";
import type { Content } from "../prisma/content.ts";
import { eachLocale } from "../lib/locales.ts";

/** What real texts are made of: after each word the words that really follow it, as often as they do. "" begins and ends. */
type Chain = Map<string, string[]>;

export type Vocabulary = ReturnType<typeof vocabularyOf>;

/** The words of the real content, ready to be mixed anew. */
export function vocabularyOf({ guides, directives, listings }: Content) {
  const facts = listings.map((listing) => listing.facts).filter(({ kind }) => kind === "provider");
  const addresses = facts.flatMap(({ locations }) => locations);
  const texts = eachLocale((locale) => [
    ...facts.flatMap(({ services, text }) => [...services.map((service) => service.text[locale].description), text[locale].description, text[locale].intake, text[locale].languagesNote]),
    ...guides.flatMap(({ chapters }) => chapters.flatMap(({ words }) => Object.values(words[locale].sections).flatMap((section) => [section.answer, ...section.do, ...section.dont]))),
    ...directives.map(({ words }) => words[locale].summary),
  ].flatMap((text) => text ?? []));
  const names = facts.map(({ name }) => name);
  return {
    facts,
    addresses,
    names: chainOf(names),
    streets: chainOf(addresses.map(({ address1 }) => address1.replace(/^[\d\s-]+/, ""))),
    texts: eachLocale((locale): Chain => chainOf(texts[locale])),
    heads: pieces(names, (word) => word.slice(0, Math.ceil(word.length * 0.6))),
    tails: pieces([...names, ...texts.es], (word) => word.slice(Math.ceil(word.length * 0.6)).toLowerCase()),
  };
}

function chainOf(texts: string[]): Chain {
  const chain: Chain = new Map();
  for (const text of texts) {
    const words = ["", ...text.split(/\s+/).filter(Boolean), ""];
    for (const [index, word] of words.slice(0, -1).entries()) chain.set(word, [...(chain.get(word) ?? []), words[index + 1]!]);
  }
  return chain;
}

const pieces = (texts: string[], cut: (word: string) => string) => [...new Set(texts.flatMap((text) => text.match(/\p{L}{5,}/gu) ?? []).map(cut))];

/** A new text of about this many words. */
export function sayLike(random: Random, chain: Chain, length: number): string {
  const words: string[] = [];
  for (let word = ""; words.length < length; ) {
    word = random.pick(chain.get(word) ?? chain.get("")!);
    if (word) words.push(word);
  }
  return words.join(" ");
}

/** A family name or a place that no real listing has: the more listings, the more of them, as in every real directory. */
export function coinedWord(random: Random, { heads, tails }: Vocabulary): string {
  const number = random.skewed(heads.length * tails.length);
  return heads[number % heads.length]! + tails[Math.floor(number / heads.length)]!;
}

