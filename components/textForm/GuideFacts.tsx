"use client";

import { useTranslations } from "next-intl";
import { PictogramChoice } from "./PictogramChoice";
import { useStartValues } from "@/components/staff/StartValues";
import { Field } from "@/components/staff/Field";

/** What a chapter or section has besides its text. */
export function GuideFacts({ today }: { today: string }) {
  const t = useTranslations("Staff.FieldNames.names");
  const form = useTranslations("Staff.TextForm");
  const start = useStartValues();
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{form("facts")}</h2>
      <PictogramChoice />
      <Field type="date" name="lastReviewedOn" label={t("lastReviewedOn")} hint={form("lastReviewedHint")} max={today} defaultValue={start.lastReviewedOn?.[0]} />
    </section>
  );
}
