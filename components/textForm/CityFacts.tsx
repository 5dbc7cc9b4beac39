"use client";

import { useLocale, useTranslations } from "next-intl";
import { TextRows } from "./TextRows";
import { useStartValues } from "@/components/staff/StartValues";
import { fieldName } from "@/components/revision/fieldName";
import { Field } from "@/components/staff/Field";

/** What the city has besides its words: its clock, and where links lead. Texts name links by their keys, so these stay. */
export function CityFacts({ linkKeys }: { linkKeys: string[] }) {
  const t = useTranslations("Staff.FieldNames");
  const form = useTranslations("Staff.TextForm");
  const locale = useLocale();
  const start = useStartValues();
  const named = (name: string) => fieldName(t, name, locale);
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{form("facts")}</h2>
      <Field name="exitUrl" type="url" label={t("names.exitUrl")} hint={form("exitHint")} maxLength={2000} defaultValue={start.exitUrl?.[0]} />
      <Field name="timeZone" label={t("names.timeZone")} hint={form("timeZoneHint")} maxLength={60} autoComplete="off" defaultValue={start.timeZone?.[0]} />
      <fieldset className="rows">
        <legend>{t("names.links")}</legend>
        {linkKeys.map((key, index) => (
          <Field key={key} name={`links.${index}.url`} type="url" label={form("linkTo", { name: start[`text.links.${key}.${locale}`]?.[0] ?? key })} maxLength={2000} defaultValue={start[`links.${index}.url`]?.[0]} />
        ))}
      </fieldset>
      <Field name="otherLanguagesUrl" type="url" label={t("names.otherLanguagesUrl")} maxLength={2000} defaultValue={start.otherLanguagesUrl?.[0]} />
      <TextRows list="otherLanguages">
        {(row, isFresh) => (
          <div className="both">
            <Field name={`otherLanguages.${row}.code`} label={named(`otherLanguages.${row}.code`)} hint={form("codeHint")} maxLength={10} autoComplete="off" autoFocus={isFresh} defaultValue={start[`otherLanguages.${row}.code`]?.[0]} />
            <Field name={`otherLanguages.${row}.line`} label={named(`otherLanguages.${row}.line`)} maxLength={300} dir="auto" autoComplete="off" defaultValue={start[`otherLanguages.${row}.line`]?.[0]} />
          </div>
        )}
      </TextRows>
    </section>
  );
}
