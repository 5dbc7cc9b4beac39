import type { Locale } from "./locales.ts";

/** How many syllables a word has when it is said; never less than one. A number counts as one, so that telephone numbers spoil no score. */
export function syllables(word: string, locale: Locale): number {
  const parts = word.toLowerCase().normalize("NFC").replace(/['’]/g, "").match(/\p{L}+/gu) ?? [];
  const count = locale === "es" ? spanish : english;
  return Math.max(1, parts.reduce((sum, part) => sum + count(part), /\p{N}/u.test(word) ? 1 : 0));
}

/**
 * By Spanish spelling (RAE, Ortografía 2010): every open vowel makes a syllable, a closed one joins it unless it carries the accent;
 * a silent h parts nothing, nor does the u of que, qui, gue, gui.
 */
function spanish(word: string): number {
  const sounded = word
    .replace(/(?<!c)h/g, "")
    .replace(/qu/g, "q")
    .replace(/gu(?=[eiéí])/g, "g")
    .replace(/ü/g, "u")
    .replace(/y(?![aeiouáéíóú])/g, "i");
  const runs = sounded.match(/[aeiouáéíóú]+/g);
  return runs ? runs.reduce((sum, run) => sum + nuclei(run), 0) : word.length;
}

function nuclei(run: string): number {
  const open = run.match(/[aeoáéó]/g)?.length ?? 0;
  if (open === 0) return /i[ií]|u[uú]/.test(run) ? 2 : 1;
  return open + (run.match(/[íú]/g)?.length ?? 0);
}

/** What the English rules read wrongly, and abbreviations that are said letter by letter. */
const exceptions = new Map(
  Object.entries({
    1: ["whole"],
    2: ["business", "client", "couldnt", "didnt", "doesnt", "every", "hadnt", "hasnt", "hundred", "isnt", "lion", "naked", "poem", "poet", "safety", "science", "shouldnt", "soldier", "trial", "wasnt", "wouldnt"],
    3: ["area", "areas", "barrier", "businesses", "carrier", "denial", "earlier", "easier", "employee", "employees", "idea", "ideas", "nuclear", "scientist", "theater"],
    4: ["california", "coalition", "lapd", "reality"],
    5: ["uscis"],
  }).flatMap(([count, words]) => words.map((word) => [word, Number(count)] as const)),
);

/** Endings that are said as one more syllable of their own, whatever stands before them. */
const suffix = /(ments?|ful|fully|less|ness|ly)$/;
const compound = /^(some|home|there|where|safe|care|house|life|time|fire|note)(?=[b-df-hj-np-tv-z][a-z]{2})/;

/** By groups of vowels, silent e, and the pairs of vowels that are two syllables after all. */
function english(word: string): number {
  // No word; the rules would only go deep.
  if (word.length > 60) return Math.ceil(word.length / 3);
  const known = exceptions.get(word);
  if (known) return known;
  const head = word.match(/^any(?=[a-z]{3})|^every(?=[a-z]{3})/)?.[0];
  if (head) return 2 + english(word.slice(head.length));
  const first = word.match(compound)?.[0];
  if (first) return 1 + english(word.slice(first.length));
  const ending = word.match(suffix)?.[0];
  if (ending && word.length - ending.length > 1) return english(word.slice(0, -ending.length)) + (ending === "fully" ? 2 : 1);
  const spoken = word
    .replace(/^y/, "")
    .replace(/(?<=[^aeiouytd])ed$/, (ed, at: number) => (/[^aeiouylr]l$/.test(word.slice(0, at)) ? ed : ""))
    .replace(/(?<=[^aeiouysxzcg])es$/, (es, at: number) => (/(ch|sh|[^aeiouy]l)$/.test(word.slice(0, at)) ? es : ""))
    .replace(/(?<=[^aeiouy])e$/, (e, at: number) => (/[^aeiouy]l$/.test(word.slice(0, at)) ? e : ""));
  const groups = spoken.match(/[aeiouy]+/g);
  if (!groups) return /[aeiouy]/.test(word) ? 1 : word.length;
  const parted = spoken.match(/(?<![tcsg])ia(?!g)|[tc]iat|(?<![tcsgxnlh])io|(?<![gq])ua|iu|(?<=[dglnrt])eo(?!us|rg|p)|(?<![tcs])ien[ct]|iet|[aeiouy]ing|[aou]ye[re]|[aeo]yo|ism|ythm|crea[tc]/g);
  return groups.length + (parted?.length ?? 0);
}
