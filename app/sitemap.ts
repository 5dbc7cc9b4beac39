import type { MetadataRoute } from "next";
import { siteOrigin } from "./pageMetadata";
import { pathsBySlug } from "./pathsBySlug";
import { listSlugs } from "@/data/slugs";
import { pathTo, pathsTo } from "@/i18n/navigation";
import { locales, type Locale } from "@/lib/locales";

export const dynamic = "force-dynamic";

const fixed = ["/", "/right-now", "/know-your-rights", "/directives", "/find-help", "/about", "/privacy", "/accessibility"] as const;

/** Every page in every language, each with its other languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = siteOrigin();
  const { chapters, directives, listings } = await listSlugs();
  const pages: Record<Locale, string>[] = [
    ...fixed.map((href) => pathsTo(href)),
    ...chapters.map((slugs) => pathsBySlug(slugs, (locale, chapter) => pathTo({ pathname: "/know-your-rights/[chapter]", params: { chapter } }, locale), "/know-your-rights")),
    ...directives.map((slugs) => pathsBySlug(slugs, (locale, slug) => pathTo({ pathname: "/directives/[slug]", params: { slug } }, locale), "/directives")),
    ...listings.map((slug) => pathsTo({ pathname: "/find-help/[slug]", params: { slug } })),
  ];
  return [
    { url: `${origin}/` },
    ...pages.flatMap((paths) => {
      const languages = Object.fromEntries(Object.entries(paths).map(([locale, path]) => [locale, origin + path]));
      return locales.map((locale) => ({ url: origin + paths[locale], alternates: { languages } }));
    }),
  ];
}
