import type { Metadata } from "next";
import { siteOrigin } from "./siteOrigin";
import type { Locale } from "@/lib/locales";
import { plainText } from "@/lib/plainText";

type Words = { title: string; description: string; siteName: string };

/**
 * Title, description, canonical address and the addresses in the other languages.
 * @param paths the address of this very page in every language that it exists in
 */
export function pageMetadata(locale: Locale, paths: Partial<Record<Locale | "x-default", string>>, { title, description, siteName }: Words): Metadata {
  const origin = siteOrigin();
  return {
    title: `${title} – ${siteName}`,
    description: plainText(description),
    alternates: {
      canonical: origin + paths[locale],
      languages: Object.fromEntries(Object.entries(paths).map(([language, path]) => [language, origin + path])),
    },
  };
}
