import { useTranslations } from "next-intl";
import { DoAndDont } from "./DoAndDont";
import { Say } from "./Say";
import { HowWeKnow } from "@/components/ui/HowWeKnow";
import { Markdown } from "@/components/ui/Markdown";
import type { SourceProps } from "@/components/ui/SourceList";
import type { TextOf } from "@/lib/texts";

export type SectionProps = TextOf<"Section"> & {
  key: string;
  pictogram: string | null;
  lastReviewedOn: string;
  sources: SourceProps[];
  status: { counsel: string | null; reader: string | null; stale: boolean };
};

/** One situation: the answer, what to do, what not to do, what to say, and only then why and how we know. */
export function GuideSection({ section }: { section: SectionProps }) {
  const t = useTranslations("Section");
  return (
    <section id={section.key} className="mt-6 border-t border-edge pt-5">
      <h2>{section.title}</h2>
      <div className="text mt-2 font-semibold">
        <Markdown text={section.answer} />
      </div>
      <DoAndDont dos={section.do} donts={section.dont} />
      {section.say.length > 0 && (
        <div className="mt-4">
          <h3 className="mb-2">{t("say")}</h3>
          <div className="space-y-3">
            {section.say.map((phrase, index) => (
              <Say key={index} phrase={phrase} id={`${section.key}-say-${index + 1}`} />
            ))}
          </div>
        </div>
      )}
      {section.contested && (
        <div className="note mt-4">
          <h3>{t("contested")}</h3>
          <div className="text">
            <Markdown text={section.contested} />
          </div>
        </div>
      )}
      {section.why && (
        <div className="mt-4">
          <h3>{t("why")}</h3>
          <div className="text">
            <Markdown text={section.why} />
          </div>
        </div>
      )}
      <HowWeKnow of={section.title} sources={section.sources} status={section.status} lastReviewedOn={section.lastReviewedOn} />
    </section>
  );
}
