import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../../openPage";
import { pageMetadata } from "../../../pageMetadata";
import { pathsBySlug } from "../../../pathsBySlug";
import { ChapterNav } from "@/components/guide/ChapterNav";
import { GuideSection } from "@/components/guide/GuideSection";
import { Page } from "@/components/ui/Page";
import { getChapter, listChapters } from "@/data/guides";
import { slugFromOtherLanguage } from "@/data/translations";
import { pathTo, pathsTo } from "@/i18n/navigation";
import { formatDate } from "@/lib/dates";
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
  const date = formatDate(chapter.lastReviewedOn, locale);
  const reviewed = chapter.sections.every(({ status }) => status.counsel);
  const crumbs = [
    { name: t("title"), path: pathTo("/know-your-rights", locale) },
    { name: chapter.title, path: chapterPath(locale, chapter.slug) },
  ];
  // On a phone the contents are folded, so that the first answer stands on the first screen.
  const contents = (
    <ul role="list">
      {chapter.sections.map(({ key, title }) => (
        <li key={key}>
          <a href={`#${key}`} className="flex min-h-11 items-center py-1 leading-snug">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <Page city={city} paths={{ ...pathsTo("/know-your-rights"), ...paths }} crumbs={crumbs} wide>
      <div className="lg:grid lg:grid-cols-[17rem_minmax(0,44rem)] lg:gap-10">
        <div className="lg:order-2">
          <h1>{chapter.title}</h1>
          <p className="mt-1 text-soft">{chapter.summary}</p>
        </div>
        <nav aria-label={t("contents")} className="no-print mt-4 lg:row-span-2 lg:mt-0 lg:self-start">
          <details className="fold lg:hidden">
            <summary>{t("contents")}</summary>
            {contents}
          </details>
          <div className="hidden lg:block">
            <p className="font-bold">{t("contents")}</p>
            {contents}
          </div>
        </nav>
        <div className="lg:order-3 lg:col-start-2">
          {chapter.sections.map((section) => (
            <GuideSection key={section.key} section={section} />
          ))}
          <p className="mt-6 border-t border-edge pt-4 text-base text-soft">{t(reviewed ? "reviewed" : "review", { date })}</p>
          <ChapterNav chapters={chapters} current={chapter.slug} />
        </div>
      </div>
    </Page>
  );
}
