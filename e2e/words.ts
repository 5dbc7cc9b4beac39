import { createTranslator } from "use-intl/core";
import { readContent } from "../prisma/content.ts";
import { locales, type Locale } from "../lib/locales.ts";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };

export { locales, type Locale };
export const messages = { en, es };
export const content = await readContent();

/** The words of the interface, as the pages use them: say("es")("Page.exit"). */
export function say(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale] as typeof en });
}

export const city = (locale: Locale) => ({ ...content.city, ...content.city.text[locale] });
export const other = (locale: Locale): Locale => (locale === "en" ? "es" : "en");

const byPosition = (a: { facts: { position: number } }, b: { facts: { position: number } }) => a.facts.position - b.facts.position;
/** The chapters of a guide in their order. */
export const chaptersOf = (guide: "know-your-rights" | "right-now") => content.guides.find(({ key }) => key === guide)!.chapters.toSorted(byPosition);
export const directives = content.directives.toSorted(byPosition);
export const hotlines = content.listings.filter(({ facts }) => facts.kind === "hotline").sort(byPosition);
export const providers = content.listings.filter(({ facts }) => facts.kind === "provider");
