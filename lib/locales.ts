/** The languages of the guide (BCP 47). English comes first: every other text is made from it. */
export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];
export const sourceLocale: Locale = "en";

/** Is this string one of our languages? */
export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** Builds one value a language. */
export function eachLocale<T>(make: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>;
}

/** Dates, times and numbers as the United States writes them, in any of its languages. */
export function regional(locale: string): string {
  return `${locale}-US`;
}
