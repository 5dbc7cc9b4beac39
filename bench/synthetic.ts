import { randomFrom } from "./random.ts";
import { coinedWord, sayLike, vocabularyOf } from "./vocabulary.ts";
import type { Content } from "../prisma/content.ts";
import { eachLocale } from "../lib/locales.ts";

/**
 * Listings that nobody has, with the vocabulary of the real ones: shapes (which facts are known), needs, languages,
 * costs and recognition as often as they really are, names, streets and texts mixed from the real words.
 * Endless; the same content, ZIP codes and seed give the same listings.
 */
export function* syntheticListings(content: Content, postalCodes: string[], seed = 1) {
  const random = randomFrom(seed);
  const vocabulary = vocabularyOf(content);
  const { facts, addresses } = vocabulary;
  const lengthOf = (text: string | undefined) => text?.split(/\s+/).length ?? 0;

  const name = () => {
    const words = sayLike(random, vocabulary.names, lengthOf(random.pick(facts).name)).split(" ");
    if (random.chance(0.7)) words[random.below(words.length)] = coinedWord(random, vocabulary);
    return words.join(" ");
  };
  const street = () => {
    const words = sayLike(random, vocabulary.streets, 2).split(" ");
    if (random.chance(0.5)) words[0] = coinedWord(random, vocabulary);
    return `${1 + random.skewed(20_000)} ${words.join(" ")}`;
  };
  const location = () => ({ id: random.uuid(), addressId: random.uuid(), address1: street(), city: random.pick(addresses).city, postalCode: random.pickSkewed(postalCodes) });
  const service = (like: (typeof facts)[number]["services"][number]) => {
    const needs = random.pick(random.pick(facts).services).needs;
    const length = Math.round(lengthOf(like.text.en.description) * (0.5 + random.below(100) / 100));
    const text = eachLocale((locale) => ({
      name: random.pick(random.pick(facts).services).text[locale].name,
      ...(length > 0 ? { description: sayLike(random, vocabulary.texts[locale], length) } : {}),
    }));
    return { id: random.uuid(), needs: needs.length > 0 && random.chance(0.5) ? [...new Set([random.pick(needs), ...like.needs])] : like.needs, cost: like.cost ?? null, text };
  };

  for (let position = 0; ; position++) {
    const like = random.pick(facts);
    yield {
      id: random.uuid(),
      slug: `synthetic-${position}`,
      position: 1000 + position,
      name: name(),
      locations: like.locations.map(location),
      languages: random.pick(facts).languages,
      recognition: random.pick(facts).recognition ?? null,
      services: like.services.map(service),
    };
  }
}
export type SyntheticListing = ReturnType<typeof syntheticListings> extends Generator<infer Listing> ? Listing : never;

/** The next so many listings. */
export function take(listings: Iterator<SyntheticListing>, count: number): SyntheticListing[] {
  return Array.from({ length: count }, () => listings.next().value as SyntheticListing);
}
