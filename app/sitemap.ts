import type { MetadataRoute } from "next";
import { pathsBySlug } from "./pathsBySlug";
import { siteOrigin } from "./siteOrigin";
import { pageSize } from "@/data/search";
import { listSlugs } from "@/data/slugs";
import { pathTo, pathsTo } from "@/i18n/navigation";
import { locales, type Locale } from "@/lib/locales";

export const dynamic = "force-dynamic";

const fixed = ["/right-now", "/know-your-rights", "/directives", "/find-help", "/about", "/privacy", "/accessibility"] as const;

/** Every page in every language, each with its other languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = siteOrigin();
  const { chapters, directives, listings, providers } = await listSlugs();
  const furtherPages = Array.from({ length: Math.max(0, Math.ceil(providers / pageSize) - 1) }, (_, index) => String(index + 2));
  const pages: Partial<Record<Locale | "x-default", string>>[] = [
    { ...pathsTo("/"), "x-default": "/" },
    ...fixed.map((href) => pathsTo(href)),
    ...chapters.map((slugs) => pathsBySlug(slugs, (locale, chapter) => pathTo({ pathname: "/know-your-rights/[chapter]", params: { chapter } }, locale))),
    ...directives.map((slugs) => pathsBySlug(slugs, (locale, slug) => pathTo({ pathname: "/directives/[slug]", params: { slug } }, locale))),
    ...furtherPages.map((page) => pathsTo({ pathname: "/find-help/page/[page]", params: { page } })),
    ...listings.map((slug) => pathsTo({ pathname: "/find-help/[slug]", params: { slug } })),
  ];
  return [
    { url: `${origin}/` },
    ...pages.flatMap((paths) => {
      const languages = Object.fromEntries(Object.entries(paths).map(([language, path]) => [language, origin + path]));
      return locales.flatMap((locale) => (paths[locale] ? [{ url: origin + paths[locale], alternates: { languages } }] : []));
    }),
  ];
}
