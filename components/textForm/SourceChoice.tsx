"use client";

import { useTranslations } from "next-intl";
import { useStartValues, useValues } from "@/components/staff/StartValues";
import { Field } from "@/components/staff/Field";
import { NewSourceFields } from "@/components/staff/NewSourceFields";

export type SourceOption = { key: string; name: string };

/** Where the text was read: the sources that it names, and the one that a change comes from, known or new. */
export function SourceChoice({ known, today }: { known: SourceOption[]; today: string }) {
  const t = useTranslations("Staff.TextForm.source");
  const { sources: own = [], sourceKey: [start] = [] } = useStartValues();
  const chosen = useValues("sources");
  const nameOf = (key: string) => known.find((source) => source.key === key)?.name ?? key;
  return (
    <section className="card" aria-labelledby="sources-title">
      <h2 id="sources-title">{t("title")}</h2>
      {own.length > 0 && (
        <fieldset key={chosen.join()}>
          <legend>{t("own")}</legend>
          <p className="hint">{t("ownHint")}</p>
          {own.map((key) => (
            <label key={key} className="choice">
              <input type="checkbox" name="sources" value={key} defaultChecked={chosen.includes(key)} />
              <span lang="en">{nameOf(key)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Field name="sourceKey" label={t("change")} hint={t("changeHint")} list="known-sources" autoComplete="off" defaultValue={start ?? ""} />
      <datalist id="known-sources">
        {known.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </datalist>
      <NewSourceFields summary={t("new")} today={today} />
    </section>
  );
}
