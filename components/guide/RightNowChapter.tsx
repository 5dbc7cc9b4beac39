import { useTranslations } from "next-intl";
import { DoAndDont } from "./DoAndDont";
import { Say } from "./Say";
import type { SectionProps } from "./GuideSection";
import { HowWeKnow } from "@/components/ui/HowWeKnow";
import { InlineMarkdown, Markdown } from "@/components/ui/Markdown";
import { Pictogram } from "@/components/ui/Pictogram";
import { StaleNote } from "@/components/ui/StaleNote";

export type RightNowProps = { slug: string; title: string; summary: string; first?: string; pictogram: string | null; stale: boolean; lastReviewedOn: string; sections: SectionProps[] };

/** One place where agents may be: the one order, then step by step. */
export function RightNowChapter({ chapter, top = false }: { chapter: RightNowProps; top?: boolean }) {
  const t = useTranslations("Section");
  // The first situation carries the title of the page, so that the first words are what to do.
  const Heading = top ? "h1" : "h2";
  const Step = top ? "h2" : "h3";
  const Detail = top ? "h3" : "h4";
  return (
    <section id={chapter.slug} className={top ? "" : "mt-8 border-t-4 border-sea pt-5"} aria-labelledby={`${chapter.slug}-title`}>
      {!top && (
        <p className="flex items-center gap-2 font-semibold text-soft">
          <Pictogram name={chapter.pictogram} className="size-8" />
          {chapter.title}
        </p>
      )}
      <Heading id={`${chapter.slug}-title`} className="text-alarm">
        {chapter.first ?? chapter.title}
      </Heading>
      <p className="mt-1 text-soft">{chapter.summary}</p>
      <ol role="list">
        {chapter.sections.map((section, index) => (
          <li key={section.key} id={`${chapter.slug}-${section.key}`} className="mt-4 border-t border-edge pt-4">
            <div className="flex gap-3">
              <Pictogram name={section.pictogram} className="size-12" />
              <div className="min-w-0">
                <Step className="text-[1.25rem]">
                  {index + 1}. {section.title}
                </Step>
                <div className="text">
                  <Markdown text={section.answer} />
                </div>
              </div>
            </div>
            {section.say.map((phrase, at) => (
              <div key={at} className="mt-3">
                <Say phrase={phrase} id={`${chapter.slug}-${section.key}-${at + 1}`} />
              </div>
            ))}
            <DoAndDont dos={section.do} donts={section.dont} brief heading={Detail} />
            {section.contested && (
              <div className="note mt-3">
                <Detail className="font-bold">{t("contested")}</Detail>
                <Markdown text={section.contested} />
              </div>
            )}
            {/* That of the chapter's own words too comes after the first words to say: the reader has seconds. */}
            <StaleNote stale={section.status.stale || (index === 0 && chapter.stale)} />
            {section.why && (
              <p className="mt-3 text-base text-soft">
                <b>{t("why")}:</b> <InlineMarkdown text={section.why} />
              </p>
            )}
          </li>
        ))}
      </ol>
      <HowWeKnow of={chapter.title} sources={allSources(chapter.sections)} status={commonStatus(chapter.sections)} lastReviewedOn={chapter.lastReviewedOn} />
    </section>
  );
}

/** Each source of the steps once: with an agent before them nobody reads a list after every step. */
function allSources(sections: SectionProps[]) {
  return [...new Map(sections.flatMap(({ sources }) => sources.map((source) => [source.key, source]))).values()];
}

/** A place counts as read over when all of its steps are; the oldest reading counts. Each step says by itself that it is older than its English. */
function commonStatus(sections: SectionProps[]): SectionProps["status"] {
  const oldest = (kind: "counsel" | "reader") => {
    const days = sections.map(({ status }) => status[kind]);
    return days.includes(null) ? null : (days.sort()[0] ?? null);
  };
  return { counsel: oldest("counsel"), reader: oldest("reader"), stale: false };
}
