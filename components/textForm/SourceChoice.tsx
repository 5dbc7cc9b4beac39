"use client";

import { useTranslations } from "next-intl";
import { useStartValues, useValues } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { Field } from "@/components/staff/Field";
import { sourceKinds } from "@/lib/newSource";

export type SourceOption = { key: string; name: string };

/** Where the text was read: the sources that it names, and the one that a change comes from, known or new. */
export function SourceChoice({ known, today }: { known: SourceOption[]; today: string }) {
  const t = useTranslations("Staff.TextForm.source");
  const choice = useTranslations("Staff.ListingForm.sourceKind");
  const { sources: own = [], source: [start] = [] } = useStartValues();
  const chosen = useValues("sources");
  const result = useFormResult();
  const isNew = result?.values["newSource.name"]?.[0] || result?.errors.some(({ field }) => field?.startsWith("newSource."));
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
      <Field name="source" label={t("change")} hint={t("changeHint")} list="known-sources" autoComplete="off" defaultValue={start ?? ""} />
      <datalist id="known-sources">
        {known.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </datalist>
      <details className="fold" open={Boolean(isNew)}>
        <summary>{t("new")}</summary>
        <div className="fields">
          <Field name="newSource.name" label={t("name")} maxLength={200} autoComplete="off" />
          <Field name="newSource.url" label={t("url")} type="url" maxLength={2000} autoComplete="off" />
          <Field as="select" name="newSource.kind" label={t("kind")} defaultValue="law" options={sourceKinds.map((value) => ({ value, label: choice(value) }))} />
          <Field name="newSource.publishedOn" label={t("publishedOn")} hint={t("publishedOnHint")} maxLength={10} autoComplete="off" />
          <Field name="newSource.readOn" label={t("readOn")} type="date" max={today} defaultValue={today} />
        </div>
      </details>
    </section>
  );
}
