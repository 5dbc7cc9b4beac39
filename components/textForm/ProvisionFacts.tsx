"use client";

import { useTranslations } from "next-intl";
import { rowsFor } from "./MarkdownField";
import { useStartValues } from "@/components/staff/StartValues";
import { Field } from "@/components/staff/Field";

/** What a provision has besides its text. `groups`: the headings of its act. */
export function ProvisionFacts({ groups }: { groups: { value: string; label: string }[] }) {
  const t = useTranslations("Staff.FieldNames.names");
  const form = useTranslations("Staff.TextForm");
  const start = useStartValues();
  const [quotation = ""] = start.quotation ?? [];
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{form("facts")}</h2>
      {groups.length > 0 && <Field as="select" name="group" label={t("group")} options={[{ value: "", label: form("none") }, ...groups]} defaultValue={start.group?.[0]} />}
      <Field as="textarea" name="quotation" label={t("quotation")} hint={form("quotationHint")} lang="en" maxLength={10_000} defaultValue={quotation} rows={rowsFor(quotation)} />
    </section>
  );
}
