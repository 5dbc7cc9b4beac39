import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { Accessibility } from "@/components/city/Accessibility";
import { Page } from "@/components/ui/Page";
import { pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }> };
const paths = pathsTo("/accessibility");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Accessibility");
  return pageMetadata(locale, paths, { title: t("title"), description: t("description"), siteName: city.siteName });
}

export default async function AccessibilityPage({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Accessibility");
  return (
    <Page city={city} paths={paths} crumbs={[{ name: t("title"), path: paths[locale] }]}>
      <Accessibility office={city.office} />
    </Page>
  );
}
