import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { RightNow } from "@/components/guide/RightNow";
import { Page } from "@/components/ui/Page";
import { getGuide } from "@/data/guides";
import { listHotlines } from "@/data/listings";
import { pathTo, pathsTo } from "@/i18n/navigation";
import { clockOf } from "@/lib/hours";

type Props = { params: Promise<{ locale: string }> };
const paths = pathsTo("/right-now");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("RightNow");
  return pageMetadata(locale, paths, { title: t("title"), description: t("description"), siteName: city.siteName });
}

export default async function RightNowPage({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("RightNow");
  const [chapters, hotlines] = await Promise.all([getGuide("right-now", locale), listHotlines(locale)]);
  return (
    <Page city={city} paths={paths} crumbs={[{ name: t("title"), path: pathTo("/right-now", locale) }]}>
      <RightNow chapters={chapters} hotlines={hotlines} clock={clockOf(city.timeZone)} />
    </Page>
  );
}
