import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HelpList, helpPath } from "./HelpList";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { pathsTo } from "@/i18n/navigation";
import { isFiltered, parseHelpQuery } from "@/lib/helpFilters";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("FindHelp");
  const { filters } = parseHelpQuery(await searchParams);
  return {
    ...pageMetadata(locale, pathsTo("/find-help"), { title: t("title"), description: t("description", { city: city.city }), siteName: city.siteName }),
    // What somebody searched for is nobody else's page.
    ...(isFiltered(filters) ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function FindHelpPage({ params, searchParams }: Props) {
  const { locale, city } = await openPage(params);
  const given = await searchParams;
  const query = parseHelpQuery(given);
  if (!isFiltered(query.filters) && query.page > 1 && query.faults.length === 0) permanentRedirect(helpPath(locale, query.filters, query.page));
  return <HelpList locale={locale} city={city} query={query} asked={{ q: query.filters.q ?? "", zip: query.filters.zip ?? plain(given.zip) }} />;
}

/** What was typed, to be mended by its writer: cut, because anything can stand there. */
function plain(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? (value.at(-1) ?? "") : (value ?? "")).slice(0, 20);
}
