import type { Metadata } from "next";
import { locales, type Locale } from "@/lib/locales";
import { plainText } from "@/lib/plainText";

/** The public address of this site, without a slash at the end. */
export function siteOrigin(): string {
  return (process.env.SITE_ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/+$/, "");
}

type Words = { title: string; description: string; siteName: string };

/**
 * Title, description, canonical address and the addresses in the other languages.
 * @param paths the address of this very page in every language
 */
export function pageMetadata(locale: Locale, paths: Record<Locale, string>, { title, description, siteName }: Words): Metadata {
  const origin = siteOrigin();
  return {
    title: `${title} – ${siteName}`,
    description: plainText(description),
    alternates: {
      canonical: origin + paths[locale],
      languages: Object.fromEntries(locales.map((other) => [other, origin + paths[other]])),
    },
  };
}
