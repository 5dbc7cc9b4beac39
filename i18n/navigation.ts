import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";
import { eachLocale, type Locale } from "@/lib/locales";

const { getPathname } = createNavigation(routing);

/** A page of ours: "/about", or { pathname: "/directives/[slug]", params: { slug } }. */
export type Href = Parameters<typeof getPathname>[0]["href"];

/** The address of a page in one language: "/es/acerca-de". */
export function pathTo(href: Href, locale: Locale): string {
  return getPathname({ href, locale });
}

/** The address of a page whose end is the same in every language, by language. */
export function pathsTo(href: Href): Record<Locale, string> {
  return eachLocale((locale) => pathTo(href, locale));
}
