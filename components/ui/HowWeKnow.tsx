import { useLocale, useTranslations } from "next-intl";
import { SourceList, type SourceProps } from "./SourceList";
import { StaleNote } from "./StaleNote";
import { formatDate } from "@/lib/dates";
import { sourceLocale } from "@/lib/locales";

type Status = { counsel: string | null; reader: string | null; stale: boolean };

/** Sources, dates and reviews of one text, folded away but one tap from it; that it is older than its English is said at once. */
export function HowWeKnow({ of, sources, status, lastReviewedOn }: { of: string; sources: SourceProps[]; status: Status; lastReviewedOn?: string }) {
  const t = useTranslations("HowWeKnow");
  const locale = useLocale();
  const day = (date: string) => formatDate(date, locale);
  return (
    <div className="mt-3">
      <StaleNote stale={status.stale} />
      <details className="fold">
        <summary>
          <span>
            {t("title")}
            <span className="sr-only">: {of}</span>
          </span>
        </summary>
        <div className="text pb-2 text-base text-soft">
          <SourceList sources={sources} />
          {lastReviewedOn && <p>{t("lastReviewed", { date: day(lastReviewedOn) })}</p>}
          <p>{status.counsel ? t("counsel", { date: day(status.counsel) }) : t("notCounsel")}</p>
          {locale !== sourceLocale && <p>{status.reader ? t("reader", { date: day(status.reader) }) : t("notReader")}</p>}
        </div>
      </details>
    </div>
  );
}
