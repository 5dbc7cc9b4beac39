import { pathTo } from "@/i18n/navigation";
import { eachLocale, type Locale } from "@/lib/locales";

/**
 * The address of a record in every language. Where it is not translated yet, the language switch leads to the
 * list that it belongs to, not to an error.
 */
export function pathsBySlug(slugs: Partial<Record<Locale, string>>, path: (locale: Locale, slug: string) => string, list: "/know-your-rights" | "/directives"): Record<Locale, string> {
  return eachLocale((locale) => {
    const slug = slugs[locale];
    return slug ? path(locale, slug) : pathTo(list, locale);
  });
}
