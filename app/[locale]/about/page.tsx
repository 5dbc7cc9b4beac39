import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { Markdown } from "@/components/ui/Markdown";
import { Page } from "@/components/ui/Page";
import { pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }> };
const paths = pathsTo("/about");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("About");
  return pageMetadata(locale, paths, { title: t("title"), description: t("description"), siteName: city.siteName });
}

export default async function AboutPage({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("About");
  return (
    <Page city={city} paths={paths} crumbs={[{ name: t("title"), path: paths[locale] }]}>
      <div className="text">
        <h1>{t("title")}</h1>
        <h2>{t("whatTitle")}</h2>
        <Markdown text={city.about} />
        <h2>{t("factsTitle")}</h2>
        <p>{t("facts")}</p>
        <p>{t("unknown")}</p>
        <p>{t("confirmed")}</p>
        <h2>{t("lawyerTitle")}</h2>
        <p>{t("lawyer")}</p>
        <h2>{t("linksTitle")}</h2>
        <ul role="list">
          {city.links.map(({ key, url, name }) => (
            <li key={key}>
              <a href={url} rel="noopener noreferrer" className="inline-flex min-h-11 items-center">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
