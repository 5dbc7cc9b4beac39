import { locales, type Locale } from "@/lib/locales";

/** The address of a record in every language that it is written in. */
export function pathsBySlug(slugs: Partial<Record<Locale, string>>, path: (locale: Locale, slug: string) => string): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const slug = slugs[locale];
      return slug ? [[locale, path(locale, slug)]] : [];
    }),
  );
}
