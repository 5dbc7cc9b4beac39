import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { GuideSection, type SectionProps } from "./GuideSection";
import { StaleNote } from "@/components/ui/StaleNote";
import { formatDate } from "@/lib/dates";

/** A chapter of the guide: its contents, then situation after situation. */
export function Chapter({ chapter, children }: { chapter: { title: string; summary: string; stale: boolean; lastReviewedOn: string; sections: SectionProps[] }; children?: ReactNode }) {
  const [t, locale] = [useTranslations("Guide"), useLocale()];
  const date = formatDate(chapter.lastReviewedOn, locale);
  const reviewed = chapter.sections.every(({ status }) => status.counsel);
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
    <div className="lg:grid lg:grid-cols-[17rem_minmax(0,44rem)] lg:gap-10">
      <div className="lg:order-2">
        <h1>{chapter.title}</h1>
        <p className="mt-1 text-soft">{chapter.summary}</p>
        <StaleNote stale={chapter.stale} />
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
        {children}
      </div>
    </div>
  );
}
