"use client";

import { useLocale, useTranslations } from "next-intl";
import { useStartValues, useValues } from "@/components/staff/StartValues";
import { Field } from "@/components/staff/Field";
import { NewSourceFields } from "@/components/staff/NewSourceFields";
import { sourceLabels } from "@/components/staff/sourceLabels";
import type { SourceProps } from "@/components/ui/SourceList";

/** Where the text was read: the sources that it names, and the one that a change comes from, known or new. */
export function SourceChoice({ known, today }: { known: SourceProps[]; today: string }) {
  const t = useTranslations("Staff.TextForm.source");
  const { sources: own = [], sourceKey: [start] = [] } = useStartValues();
  const chosen = useValues("sources");
  const labels = sourceLabels(known, useTranslations("Staff.Source"), useLocale());
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
              {labels.get(key) ?? key}
            </label>
          ))}
        </fieldset>
      )}
      <Field as="select" name="sourceKey" label={t("change")} hint={t("changeHint")} options={[{ value: "", label: t("choose") }, ...[...labels].map(([value, label]) => ({ value, label }))]} defaultValue={start ?? ""} />
      <NewSourceFields summary={t("new")} today={today} />
    </section>
  );
}
