import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { Page } from "@/components/ui/Page";
import { Pictogram } from "@/components/ui/Pictogram";
import { StaleNote } from "@/components/ui/StaleNote";
import { listChapters } from "@/data/guides";
import { pathTo, pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }> };
const paths = pathsTo("/know-your-rights");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Guide");
  return pageMetadata(locale, paths, { title: t("title"), description: t("description"), siteName: city.siteName });
}

export default async function GuidePage({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Guide");
  const chapters = await listChapters("know-your-rights", locale);
  return (
    <Page city={city} paths={paths} crumbs={[{ name: t("title"), path: paths[locale] }]}>
      <h1>{t("title")}</h1>
      <p className="mb-4 mt-1 text-soft">{t("lead")}</p>
      <StaleNote stale={chapters.some(({ stale }) => stale)} />
      <ol role="list" className="space-y-3">
        {chapters.map(({ slug, title, summary, pictogram }) => (
          <li key={slug}>
            <a href={pathTo({ pathname: "/know-your-rights/[chapter]", params: { chapter: slug } }, locale)} className="card task">
              <Pictogram name={pictogram} />
              <span>
                <b>{title}</b>
                <small>{summary}</small>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </Page>
  );
}
