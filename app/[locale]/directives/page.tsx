import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { DirectiveList } from "@/components/directive/DirectiveList";
import { Page } from "@/components/ui/Page";
import { listDirectives } from "@/data/directives";
import { pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }> };
const paths = pathsTo("/directives");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Directives");
  return pageMetadata(locale, paths, { title: t("title"), description: city.directives.description, siteName: city.siteName });
}

export default async function DirectivesPage({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Directives");
  return (
    <Page city={city} paths={paths} crumbs={[{ name: t("menu"), path: paths[locale] }]}>
      <DirectiveList city={city} directives={await listDirectives(locale)} />
    </Page>
  );
}
