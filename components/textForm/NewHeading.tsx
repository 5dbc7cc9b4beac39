"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/staff/Field";
import { languageInSentence } from "@/lib/languageName";
import { locales } from "@/lib/locales";

/** A heading more for the points of an act, in each language. */
export function NewHeading() {
  const [t, names] = [useTranslations("Staff.TextForm"), useTranslations("Staff.FieldNames.names")];
  const reader = useLocale();
  return (
    <fieldset className="rows">
      <legend>{names("newGroup")}</legend>
      <p className="hint">{t("newGroupHint")}</p>
      <div className="both">
        {locales.map((locale) => (
          <Field key={locale} name={`newGroup.${locale}`} label={`${names("newGroup")} (${languageInSentence(locale, reader)})`} lang={locale} maxLength={10_000} autoComplete="off" />
        ))}
      </div>
    </fieldset>
  );
}
