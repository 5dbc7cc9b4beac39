"use client";

import { useTranslations } from "next-intl";
import { useFormResult } from "./ActionForm";
import { Field } from "./Field";
import { useStartValues } from "./StartValues";
import { sourceKinds } from "@/lib/newSource";

/** A source that nobody has written down yet: folded away until somebody wants it, or its answer has something to say. */
export function NewSourceFields({ summary, today }: { summary: string; today: string }) {
  const t = useTranslations("Staff.Source");
  const [result, start] = [useFormResult(), useStartValues()];
  const isBegun = result?.values["source.name"]?.[0] || result?.errors.some(({ field }) => field?.startsWith("source."));
  return (
    <details className="fold" open={Boolean(isBegun)}>
      <summary>{summary}</summary>
      <div className="fields">
        <Field name="source.name" label={t("name")} maxLength={200} autoComplete="off" />
        <Field name="source.url" label={t("url")} type="url" maxLength={2000} autoComplete="off" />
        <Field as="select" name="source.kind" label={t("kind")} options={sourceKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} defaultValue={start["source.kind"]?.[0]} />
        <Field name="source.publishedOn" label={t("publishedOn")} hint={t("publishedOnHint")} maxLength={10} autoComplete="off" />
        <Field name="source.readOn" label={t("readOn")} type="date" max={today} defaultValue={today} />
      </div>
    </details>
  );
}
