import { z } from "zod";
import { locales } from "./locales.ts";

/**
 * The shape of every translated text, by the record that it belongs to.
 * Strings marked "markdown" may hold **bold**, [links](…) and paragraphs; the rest is plain.
 */

/** Neither NUL nor half a character: PostgreSQL refuses both, and no page could draw them. */
export const isStorable = (text: string) => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);

/** One line of a fact: a name, a street, a source. */
export const line = z.string().trim().min(1).max(200).refine(isStorable, "characters");

const words = z.string().trim().min(1).max(10_000).refine(isStorable, "characters");
const markdown = words;

/** Something to say to an agent. It stands in English first in every language, because the agent must understand it. */
export const phrase = z.strictObject({
  english: words,
  /** What it means, in the reader's language. */
  meaning: words,
  /** How the English sounds to a reader of this language. Not in English itself. */
  sounds: words.optional(),
});

export const texts = {
  City: z.strictObject({
    siteName: words,
    city: words,
    /** The office that keeps this guide. */
    office: words,
    about: markdown,
    otherLanguagesNote: words,
    /** "Does the City work with ICE?": the line under it on the home page, the short answer, the description for search engines. */
    directives: z.strictObject({ hint: words, answer: words, description: words }),
    links: z.record(z.string(), words),
  }),
  Chapter: z.strictObject({
    title: words,
    /** One line under the title and in lists. */
    summary: words,
    /** Right now only: the first thing to do, as an order ("Do not open the door.") */
    first: words.optional(),
  }),
  Section: z.strictObject({
    title: words,
    answer: markdown,
    do: z.array(markdown),
    dont: z.array(markdown),
    say: z.array(phrase),
    why: markdown.optional(),
    /** Where courts or agencies disagree: what each says, with dates. */
    contested: markdown.optional(),
  }),
  Directive: z.strictObject({
    title: words,
    /** Executive Directive No. 20 */
    number: words.optional(),
    signedBy: words,
    summary: markdown,
    /** Why it has its status, and what came after, with dates. */
    statusNote: markdown,
    /** The date in words where it is not one day. */
    dateNote: words.optional(),
    /** What this act does not do. */
    limits: markdown.optional(),
    /** group key → heading */
    groups: z.record(z.string(), words).default({}),
  }),
  Provision: z.strictObject({
    /** Who must act: "Every City employee" */
    actor: words,
    /** What they must do, or not do. */
    duty: markdown,
    /** What that means for you. */
    meaning: markdown,
  }),
  Organization: z.strictObject({
    description: markdown.optional(),
    /** How to come in: walk-ins, appointments. */
    intake: words.optional(),
    /** What is known of hours beyond opening times. */
    hoursNote: words.optional(),
    /** Which languages, where the source says more than a list. */
    languagesNote: words.optional(),
    /** Hotlines: the area that it serves. */
    coverage: words.optional(),
  }),
  Service: z.strictObject({ name: words, description: markdown.optional() }),
  Conflict: z.strictObject({ text: words }),
  TaxonomyTerm: z.strictObject({ name: words, description: words }),
} as const;

/** By language: the English (its hash, lib/documentTexts.ts) beside which somebody found the translation right. */
export const confirmed = z.partialRecord(z.enum(locales), z.string().regex(/^[0-9a-f]{64}$/)).optional();

export type TextEntity = keyof typeof texts;
export type TextOf<E extends TextEntity> = z.output<(typeof texts)[E]>;
export type Phrase = z.output<typeof phrase>;
