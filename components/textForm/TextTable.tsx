import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { TextStates } from "./TextStates";
import { Table } from "@/components/staff/Table";
import { languageName } from "@/lib/languageName";
import { locales, type Locale } from "@/lib/locales";
import type { Readability } from "@/lib/readability";

export type TextRow = ComponentProps<typeof TextStates> & {
  id: string;
  href: string | null;
  title: Record<Locale, string>;
  plain: Record<Locale, Pick<Readability, "level" | "score" | "tells">>;
};

/** Texts of one chapter or act: title in every language, state, how plain. */
export function TextTable({ caption, rows }: { caption: string; rows: TextRow[] }) {
  const t = useTranslations("Staff.TextForm");
  const locale = useLocale();
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {locales.map((language) => (
            <th key={language} scope="col">
              {languageName(language, locale)}
            </th>
          ))}
          <th scope="col">{t("stateColumn")}</th>
          <th scope="col">{t("plain.title")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, href, title, plain, ...states }) => (
          <tr key={id}>
            {locales.map((language, index) =>
              index === 0 ? (
                <th key={language} scope="row" lang={language}>
                  {href ? <a href={href}>{title[language]}</a> : title[language]}
                </th>
              ) : (
                <td key={language} lang={language}>
                  {title[language]}
                </td>
              ),
            )}
            <td>
              <TextStates {...states} />
            </td>
            <td>
              <ul className="states">
                {locales.map(
                  (language) =>
                    plain[language].tells && (
                      <li key={language} className={plain[language].level === "easy" ? "note note-open" : "note"}>
                        {languageName(language, locale)}: {t(`plain.level.${plain[language].level}`)} ({plain[language].score})
                      </li>
                    ),
                )}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
