import { useLocale, useTranslations } from "next-intl";
import { RightNowChapter, type RightNowProps } from "./RightNowChapter";
import { Hotlines } from "@/components/listing/Hotlines";
import type { ListingProps } from "@/components/listing/ListingCard";
import { pathTo } from "@/i18n/navigation";
import type { Clock } from "@/lib/hours";

/** What to do and say now: the first place stands open at once, the others are one tap away. */
export function RightNow({ chapters, hotlines, clock }: { chapters: RightNowProps[]; hotlines: ListingProps[]; clock: Clock }) {
  const t = useTranslations("RightNow");
  const locale = useLocale();
  return (
    <>
      <nav aria-label={t("where")} className="no-print -mx-1 mb-3">
        <ul role="list" className="flex flex-wrap gap-1">
          {chapters.map(({ slug, title }) => (
            <li key={slug}>
              <a href={`#${slug}`} className="chip px-3">
                {title}
              </a>
            </li>
          ))}
          <li>
            <a href="#call" className="chip px-3">
              {t("call")}
            </a>
          </li>
        </ul>
      </nav>
      {chapters.map((chapter, index) => (
        <RightNowChapter key={chapter.slug} chapter={chapter} top={index === 0} />
      ))}
      <section id="call" className="mt-8 border-t-4 border-sea pt-5">
        <h2>{t("call")}</h2>
        <p className="mt-1 text-soft">{t("callHint")}</p>
        <Hotlines hotlines={hotlines} clock={clock} />
        <h3 className="mt-5">{t("nobody")}</h3>
        <p>{t("nobodySteps")}</p>
        <a href={pathTo("/find-help", locale)} className="call mt-3">
          {t("findHelp")}
        </a>
      </section>
    </>
  );
}
