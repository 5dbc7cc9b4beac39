import type { Random } from "./random.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { needCodes } from "../lib/content.ts";
import { wordsOf } from "../lib/fold.ts";
import type { HelpFilters } from "../lib/helpFilters.ts";
import { locales } from "../lib/locales.ts";

export type SearchQuery = { kind: string; filters: HelpFilters; page: number };

/** What people type and choose: every kind as often in 100 as its share says. */
export function searchQueries(random: Random, vocabulary: Vocabulary, names: string[], postalCodes: string[], count: number): SearchQuery[] {
  // As often as the texts say it; now and then a word that says nothing ("para").
  const said = locales.map((locale) => [...vocabulary.texts[locale].values()].flat().flatMap(wordsOf));
  const word = (language: string[]): string => {
    const found = random.pick(language);
    return found.length > 3 || random.chance(0.1) ? found : word(language);
  };
  const words = (count: number) => {
    const language = random.pick(said);
    return Array.from({ length: count }, () => word(language)).join(" ");
  };
  const name = (count: number) => {
    const parts = wordsOf(random.pick(names));
    const start = random.below(Math.max(1, parts.length - count + 1));
    return parts.slice(start, start + count).join(" ");
  };
  const misspelled = (text: string) => {
    const place = 1 + random.below(Math.max(1, text.length - 2));
    const [before, letter, after] = [text.slice(0, place), text.slice(place, place + 1), text.slice(place + 1)];
    return random.pick([before + after, before + letter + letter + after, before + after.slice(0, 1) + letter + after.slice(1), `${before}e${after}`]);
  };
  const zip = () => random.pickSkewed(postalCodes);
  const languages = vocabulary.facts.flatMap(({ languages }) => languages);
  const choices = (): HelpFilters => ({
    ...(random.chance(0.7) ? { need: random.pick(needCodes) } : { language: random.pick(languages) }),
    ...(random.chance(0.3) ? { free: true } : {}),
    ...(random.chance(0.2) ? { recognized: true } : {}),
    ...(random.chance(0.2) ? { language: random.pick(languages) } : {}),
  });
  const kinds: [share: number, kind: string, make: () => Omit<SearchQuery, "kind" | "page"> & { page?: number }][] = [
    [16, "one word", () => ({ filters: { q: words(1) } })],
    [14, "two words", () => ({ filters: { q: words(2) } })],
    [8, "three words", () => ({ filters: { q: words(3) } })],
    [12, "a name", () => ({ filters: { q: name(2 + random.below(2)) } })],
    [6, "a beginning", () => ({ filters: { q: name(1).slice(0, 4) } })],
    [10, "misspelled", () => ({ filters: { q: random.chance(0.5) ? misspelled(words(1)) : `${misspelled(words(1))} ${words(1)}` } })],
    [8, "ZIP", () => ({ filters: { zip: zip() } })],
    [2, "ZIP as a word", () => ({ filters: { q: zip() } })],
    [10, "filters", () => ({ filters: choices() })],
    [6, "words and ZIP", () => ({ filters: { q: words(1), zip: zip() } })],
    [4, "words, filters and ZIP", () => ({ filters: { q: words(1), zip: zip(), ...choices() } })],
    [2, "the list, later page", () => ({ filters: {}, page: 2 + random.below(20) })],
    [1, "filters, later page", () => ({ filters: choices(), page: 2 + random.below(20) })],
    [1, "nothing has it", () => ({ filters: { q: Array.from({ length: 9 }, () => "bcdfghjklmnpqrstvwxz"[random.below(20)]).join("") } })],
  ];
  const inHundred = kinds.flatMap(([share, kind, make]) => Array.from({ length: share }, () => ({ kind, make })));
  return Array.from({ length: count }, (_, index) => {
    const { kind, make } = inHundred[(index * 37) % inHundred.length]!;
    return { kind, page: 1, ...make() };
  });
}
