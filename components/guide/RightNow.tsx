import { Fragment } from "react";
import { useLocale, useTranslations } from "next-intl";
import { RightNowChapter, type RightNowProps } from "./RightNowChapter";
import { Hotlines } from "@/components/listing/Hotlines";
import type { ListingProps } from "@/components/listing/ListingCard";
import { Pictogram } from "@/components/ui/Pictogram";
import { pathTo } from "@/i18n/navigation";
import type { Clock } from "@/lib/hours";

/** What to do and say now: the first place stands open at once, the others are one tap away. */
export function RightNow({ chapters, hotlines, clock }: { chapters: RightNowProps[]; hotlines: ListingProps[]; clock: Clock }) {
  const t = useTranslations("RightNow");
  const locale = useLocale();
  // The places come first in the guide and fit one row of a small phone; what may follow comes after the first.
  const [places, then] = [chapters.slice(0, 4), chapters.slice(4)];
  return (
    <>
      <nav aria-label={t("where")} className="no-print mb-3">
        <ul role="list" className="grid grid-cols-4 gap-1.5">
          {places.map(({ slug, title, pictogram }) => (
            <li key={slug} className="flex">
              <a href={`#${slug}`} className="card flex min-h-12 flex-1 flex-col items-center px-0.5 py-1 text-center text-[0.9rem] leading-tight no-underline">
                <Pictogram name={pictogram} className="size-7" />
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {chapters.map((chapter, index) => (
        <Fragment key={chapter.slug}>
          <RightNowChapter chapter={chapter} top={index === 0} />
          {index === 0 && (
            <nav aria-label={t("then")} className="no-print mt-5">
              <ul role="list" className="flex flex-wrap gap-2">
                {[...then, { slug: "call", title: t("call") }].map(({ slug, title }) => (
                  <li key={slug}>
                    <a href={`#${slug}`} className="chip">
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </Fragment>
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
