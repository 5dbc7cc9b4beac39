"use client";

import { useTranslations } from "next-intl";
import { CheckSet } from "./CheckSet";
import { useValues } from "@/components/staff/StartValues";
import { fieldId } from "@/components/staff/fieldId";

type Language = { code: string; name: string };

/**
 * The languages that an organization speaks: the usual ones to tick, and one of the others to choose.
 * @param languages all of them, named and in order by the server: browsers have other names for some
 */
export function LanguageSet({ languages, usual }: { languages: Language[]; usual: string[] }) {
  const t = useTranslations("Staff.ListingForm");
  const names = useTranslations("Staff.FieldNames.names");
  const chosen = useValues("languages");
  const isShown = ({ code }: Language) => usual.includes(code) || chosen.includes(code);
  const shown = languages.filter(isShown);
  return (
    <>
      <CheckSet name="languages" legend={names("languages")} options={shown.map(({ code, name }) => ({ value: code, label: name }))} />
      <div className="labelled">
        <label htmlFor={fieldId("languages.other")}>{t("otherLanguage")}</label>
        {/* Made anew once its choice stands among the boxes. */}
        <select key={shown.length} id={fieldId("languages.other")} name="languages" defaultValue="" className="field">
          <option value="">{t("noOtherLanguage")}</option>
          {languages
            .filter((language) => !isShown(language))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </select>
      </div>
    </>
  );
}
