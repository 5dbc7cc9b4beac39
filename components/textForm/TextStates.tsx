import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/dates";
import { languageName } from "@/lib/languageName";
import { locales, sourceLocale, type Locale } from "@/lib/locales";

type Props = {
  isNew: boolean;
  hidden: boolean;
  open: { id: string; state: "draft" | "submitted" } | null;
  status: Record<Locale, { counsel: string | null; reader: string | null; stale: boolean }>;
};

/** What one should know of a text at a glance, each in words: hidden, a change waiting, stale, read by counsel. */
export function TextStates({ isNew, hidden, open, status }: Props) {
  const t = useTranslations("Staff.TextForm.state");
  const locale = useLocale();
  const stale = locales.filter((language) => status[language].stale);
  const days = locales.map((language) => status[language].counsel);
  return (
    <ul className="states">
      {isNew && <li className="plain">{t("new")}</li>}
      {hidden && <li className="note">{t("hidden")}</li>}
      {open && (
        <li className="note">
          <a href={`/admin/revisions/${open.id}`}>{t(open.state)}</a>
        </li>
      )}
      {stale.map((language) => (
        <li key={language} className="note">
          {t("stale", { language: languageName(language, locale) })}
        </li>
      ))}
      {!isNew && days.every((day) => day === null) && <li className="plain">{t("noCounsel")}</li>}
      {locales.map((language) => {
        const { counsel, reader } = status[language];
        return [
          counsel && (
            <li key={`${language}-counsel`} className="note note-open">
              {t("counsel", { language: languageName(language, locale), date: formatDate(counsel, locale) })}
            </li>
          ),
          language !== sourceLocale && reader && (
            <li key={`${language}-reader`} className="note note-open">
              {t("reader", { language: languageName(language, locale), date: formatDate(reader, locale) })}
            </li>
          ),
        ];
      })}
    </ul>
  );
}
