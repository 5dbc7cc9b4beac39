import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../openPage";
import { pageMetadata } from "../pageMetadata";
import { Home } from "@/components/city/Home";
import { Page } from "@/components/ui/Page";
import { listHotlines } from "@/data/listings";
import { pathsTo } from "@/i18n/navigation";
import { clockOf } from "@/lib/hours";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Home");
  return pageMetadata(locale, { ...pathsTo("/"), "x-default": "/" }, { title: city.city, description: t("description", { city: city.city }), siteName: city.siteName });
}

export default async function HomePage({ params }: Props) {
  const { locale, city } = await openPage(params);
  return (
    <Page city={city} paths={pathsTo("/")}>
      <Home city={city} hotlines={await listHotlines(locale)} clock={clockOf(city.timeZone)} />
    </Page>
  );
}
