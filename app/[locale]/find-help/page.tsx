import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HelpList } from "./HelpList";
import { helpPath } from "../../helpPath";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { pathsTo } from "@/i18n/navigation";
import { isFiltered, longestSearch, parseHelpQuery } from "@/lib/helpFilters";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("FindHelp");
  const { filters, page } = parseHelpQuery(await searchParams);
  // The words of a search stay out of the title: it is what a history shows.
  const title = page > 1 ? t("pageTitle", { page }) : t("title");
  const metadata = pageMetadata(locale, pathsTo("/find-help"), { title, description: t("description", { city: city.city }), siteName: city.siteName });
  // What somebody searched for is nobody else's page.
  return isFiltered(filters) ? { ...metadata, alternates: {}, robots: { index: false, follow: true } } : metadata;
}

export default async function FindHelpPage({ params, searchParams }: Props) {
  const { locale, city } = await openPage(params);
  const given = await searchParams;
  const query = parseHelpQuery(given);
  if (!isFiltered(query.filters) && query.page > 1 && query.faults.length === 0) permanentRedirect(helpPath(locale, query.filters, query.page));
  return <HelpList locale={locale} city={city} query={query} asked={{ q: query.filters.q ?? typed(given.q, longestSearch), zip: query.filters.zip ?? typed(given.zip, 10) }} />;
}

/** What was typed and cannot be used, given back to be mended: cut, because anything can stand there. */
function typed(value: string | string[] | undefined, longest: number): string {
  return (Array.isArray(value) ? (value.at(-1) ?? "") : (value ?? "")).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").slice(0, longest);
}
