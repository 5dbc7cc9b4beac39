import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../../openPage";
import { pageMetadata } from "../../../pageMetadata";
import { Listing } from "@/components/listing/Listing";
import { SomethingWrong } from "@/components/listing/SomethingWrong";
import { Page } from "@/components/ui/Page";
import { getListing } from "@/data/listings";
import { pathTo, pathsTo } from "@/i18n/navigation";
import { clockOf } from "@/lib/hours";

type Props = { params: Promise<{ locale: string; slug: string }> };

async function open(params: Props["params"]) {
  const { locale, city } = await openPage(params);
  const listing = await getListing((await params).slug, locale);
  if (!listing) notFound();
  return { locale, city, listing, paths: pathsTo({ pathname: "/find-help/[slug]", params: { slug: listing.slug } }) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city, listing, paths } = await open(params);
  const t = await getTranslations("Listing");
  return pageMetadata(locale, paths, { title: listing.name, description: t("description", { name: listing.name }), siteName: city.siteName });
}

export default async function ListingPage({ params }: Props) {
  const { locale, city, listing, paths } = await open(params);
  const t = await getTranslations("FindHelp");
  const crumbs = [
    { name: t("menu"), path: pathTo("/find-help", locale) },
    { name: listing.name, path: paths[locale] },
  ];
  return (
    <Page city={city} paths={paths} crumbs={crumbs}>
      <Listing listing={listing} clock={clockOf(city.timeZone)} />
      <SomethingWrong slug={listing.slug} />
    </Page>
  );
}
