import { plainText } from "./plainText.ts";
import { syllables } from "./syllables.ts";
import { sourceLocale, type Locale } from "./locales.ts";

export type Sentence = { text: string; words: number } & ({ hard: false } | { hard: true; reason: "long" | "longWords" });
/** tells: there are words enough for the score to mean something. */
export type Readability = { score: number; level: "easy" | "fair" | "hard"; tells: boolean; sentences: Sentence[] };

type Counts = { sentences: number; words: number; syllables: number };

/**
 * How each language is scored. English: grade level of Flesch–Kincaid (Kincaid, Fishburne, Rogers and Chissom 1975), lower is easier.
 * Spanish: lecturabilidad of Fernández-Huerta ("Medidas sencillas de lecturabilidad", Consigna 214, 1959), 100 is easiest. Its F is often
 * reprinted as sentences in 100 words, by which short sentences would read worse; here it is words in a sentence, as G. Law showed that it
 * must be (LINGUIST List 22.2332, 2011).
 */
const measures = {
  en: {
    score: ({ sentences, words, syllables }: Counts) => Math.max(0, 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59),
    level: (grade: number) => (grade <= 6 ? "easy" : grade <= 8 ? "fair" : "hard"),
    hardestFirst: (a: number, b: number) => b - a,
  },
  es: {
    score: ({ sentences, words, syllables }: Counts) => Math.min(100, Math.max(0, 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences))),
    level: (score: number) => (score >= 80 ? "easy" : score >= 70 ? "fair" : "hard"),
    hardestFirst: (a: number, b: number) => a - b,
  },
} as const satisfies Record<Locale, unknown>;

/** A sentence of more words is hard, whatever its words. */
const longest = 20;
/** The formulas say nothing about fewer words than these: a name is no hard sentence. */
const shortest = 8;
/** Both formulas were made for passages of about 100 words. Of a line or two they say "grade 0" as easily as "grade 15": take the sentences. */
const fewest = 30;
/** What comes after so many characters is not read: the longest chapter has a fifth of them, and the work grows with the square. */
const mostRead = 50_000;
/** Would it still be hard at this length? Then it is the words. */
const ordinary = 12;

/**
 * How plainly a text is written, by the formula of its language.
 * @param markdown limited Markdown; each item of a list is a sentence
 * @returns score to one decimal (English: school grade; Spanish: 0–100), its level (easy: about sixth grade) and every sentence, those that
 * spoil it first, the worst at the top. A text without words scores as the easiest.
 */
export function readability(markdown: string, locale: Locale): Readability {
  const { score, level, hardestFirst } = measures[locale];
  const counted = sentencesOf(markdown.slice(0, mostRead), locale).flatMap((text) => {
    const words = text.match(/[\p{L}\p{N}]+(?:['’.\-&@/_:,][\p{L}\p{N}]+)*/gu) ?? [];
    return words.length === 0 ? [] : [{ text, words: words.length, syllables: words.reduce((sum, word) => sum + syllables(word, locale), 0) }];
  });
  if (counted.length === 0) return { score: locale === sourceLocale ? 0 : 100, level: "easy", tells: false, sentences: [] };

  const total = (key: "words" | "syllables") => counted.reduce((sum, sentence) => sum + sentence[key], 0);
  const whole = Math.round(score({ sentences: counted.length, words: total("words"), syllables: total("syllables") }) * 10) / 10;
  const judge = ({ text, words, syllables }: (typeof counted)[number]): Sentence => {
    const tooHard = words > longest || (words >= shortest && level(score({ sentences: 1, words, syllables })) === "hard");
    if (!tooHard) return { text, words, hard: false };
    const hardWhenShorter = level(score({ sentences: 1, words: ordinary, syllables: (syllables / words) * ordinary })) === "hard";
    return { text, words, hard: true, reason: words > longest || !hardWhenShorter ? "long" : "longWords" };
  };
  const sentences = counted
    .map((sentence) => ({ own: score({ ...sentence, sentences: 1 }), judged: judge(sentence) }))
    .sort((a, b) => Number(b.judged.hard) - Number(a.judged.hard) || hardestFirst(a.own, b.own))
    .map(({ judged }) => judged);
  return { score: whole, level: level(whole), tells: total("words") >= fewest, sentences };
}

const before = String.raw`(?:^|[\s(«“"])`;
/** Titles and initials: the sentence goes on. */
const title = new RegExp(`${before}(?:Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Srta|St|Inc|Gov|Prof|v|vs|EE|\\p{Lu}|i\\.e|e\\.g|p\\. ej)\\.$`, "u");
/** "No. 20", but "No. You need not." */
const numbered = new RegExp(`${before}(?:No|Nos|Núm|núm|Art|art|Sec|pág|p)\\.$`);
/** U.S., D. C., EE. UU., a. m.: they stand inside sentences, and at their end. */
const initials = new RegExp(`${before}(?:(?:\\p{L}\\.\\s?){2,}|EE\\.\\s?UU\\.)$`, "u");
const opener = /^(?:The|A|An|You|Your|If|They|It|He|She|We|This|That|These|In|On|At|But|And|Do|Ask|Call|El|Él|Ella|La|Los|Las|Un|Una|Usted|Su|Si|Ellos|Esto|Esta|Este|En|Pero|Y|No|Pida|Llame)\s/;

/** Does a sentence that seems to end here go on with the next piece? */
function goesOn(text: string, next: string): boolean {
  if (initials.test(text)) return !opener.test(next);
  return title.test(text) || (numbered.test(text) && /^\d/.test(next));
}

function sentencesOf(markdown: string, locale: Locale): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: "sentence" });
  const blocks = markdown.split(/\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t])/);
  return blocks.flatMap((block) => {
    const sentences: string[] = [];
    for (const { segment } of segmenter.segment(plainText(block, Infinity))) {
      const [last, text] = [sentences.at(-1), segment.trim()];
      if (last !== undefined && goesOn(last, text)) sentences[sentences.length - 1] = `${last} ${text}`;
      else sentences.push(text);
    }
    return sentences;
  });
}
