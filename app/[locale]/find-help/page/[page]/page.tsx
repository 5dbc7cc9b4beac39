import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HelpList } from "../../HelpList";
import { helpPath } from "../../../../helpPath";
import { openPage } from "../../../../openPage";
import { pageMetadata } from "../../../../pageMetadata";
import { parsePage } from "@/lib/helpFilters";
import { eachLocale } from "@/lib/locales";

type Props = { params: Promise<{ locale: string; page: string }> };

async function open(params: Props["params"]) {
  const { locale, city } = await openPage(params);
  const page = parsePage((await params).page);
  if (page === null) notFound();
  return { locale, city, page };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city, page } = await open(params);
  const t = await getTranslations("FindHelp");
  const paths = eachLocale((other) => helpPath(other, {}, page));
  return pageMetadata(locale, paths, { title: t("pageTitle", { page }), description: t("description", { city: city.city }), siteName: city.siteName });
}

export default async function FurtherHelpPage({ params }: Props) {
  const { locale, city, page } = await open(params);
  if (page === 1) permanentRedirect(helpPath(locale, {}));
  return <HelpList locale={locale} city={city} query={{ filters: {}, page, faults: [] }} asked={{ q: "", zip: "" }} />;
}
