import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../../openPage";
import { pageMetadata } from "../../../pageMetadata";
import { pathsBySlug } from "../../../pathsBySlug";
import { Chapter } from "@/components/guide/Chapter";
import { ChapterNav } from "@/components/guide/ChapterNav";
import { Page } from "@/components/ui/Page";
import { getChapter, listChapters } from "@/data/guides";
import { slugFromOtherLanguage } from "@/data/translations";
import { pathTo, pathsTo } from "@/i18n/navigation";
import type { Locale } from "@/lib/locales";

type Props = { params: Promise<{ locale: string; chapter: string }> };

const chapterPath = (locale: Locale, chapter: string) => pathTo({ pathname: "/know-your-rights/[chapter]", params: { chapter } }, locale);

async function open(params: Props["params"]) {
  const { locale, city } = await openPage(params);
  const slug = (await params).chapter;
  const chapter = await getChapter(slug, locale);
  if (!chapter) {
    const own = await slugFromOtherLanguage("Chapter", locale, slug);
    if (own) permanentRedirect(chapterPath(locale, own));
    notFound();
  }
  return { locale, city, chapter, paths: pathsBySlug(chapter.slugs, chapterPath) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city, chapter, paths } = await open(params);
  return pageMetadata(locale, paths, { title: chapter.title, description: chapter.summary, siteName: city.siteName });
}

export default async function ChapterPage({ params }: Props) {
  const { locale, city, chapter, paths } = await open(params);
  const t = await getTranslations("Guide");
  const chapters = (await listChapters("know-your-rights", locale)).map(({ slug, title }) => ({ slug, title, path: chapterPath(locale, slug) }));
  const crumbs = [
    { name: t("title"), path: pathTo("/know-your-rights", locale) },
    { name: chapter.title, path: chapterPath(locale, chapter.slug) },
  ];
  return (
    <Page city={city} paths={{ ...pathsTo("/know-your-rights"), ...paths }} crumbs={crumbs} wide>
      <Chapter chapter={chapter}>
        <ChapterNav chapters={chapters} current={chapter.slug} />
      </Chapter>
    </Page>
  );
}
