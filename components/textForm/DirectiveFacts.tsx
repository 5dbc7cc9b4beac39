"use client";

import { useTranslations } from "next-intl";
import { useStartValues } from "@/components/staff/StartValues";
import { Field } from "@/components/staff/Field";
import { directiveFile } from "@/lib/content";

/** What an act has besides its text. `acts`: those that may have made it law. */
export function DirectiveFacts({ acts }: { acts: { value: string; label: string }[] }) {
  const t = useTranslations("Staff.FieldNames");
  const form = useTranslations("Staff.TextForm");
  const start = useStartValues();
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{form("facts")}</h2>
      <div className="fields">
        <Field name="issuedOn" label={t("names.issuedOn")} hint={form("issuedOnHint")} maxLength={10} autoComplete="off" defaultValue={start.issuedOn?.[0]} />
        <Field as="select" name="status" label={t("names.status")} options={directiveFile.shape.status.options.map((value) => ({ value, label: t(`values.status.${value}`) }))} defaultValue={start.status?.[0]} />
        <Field as="select" name="madeLawBy" label={t("names.madeLawBy")} options={[{ value: "", label: form("none") }, ...acts]} defaultValue={start.madeLawBy?.[0]} />
      </div>
    </section>
  );
}
