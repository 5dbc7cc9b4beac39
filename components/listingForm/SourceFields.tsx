"use client";

import { useTranslations } from "next-intl";
import { ListingField } from "./ListingField";
import { useFormResult } from "@/components/staff/ActionForm";
import { sourceKinds } from "@/lib/newSource";

/** "Where did you read this?": one of the listing's own sources, what the organization itself says, or a new one. */
export function SourceFields({ sources, today }: { sources: { key: string; name: string }[]; today: string }) {
  const t = useTranslations("Staff.ListingForm");
  const result = useFormResult();
  const isNew = result?.values["source.name"]?.[0] || result?.errors.some(({ field }) => field?.startsWith("source."));
  const options = [
    { value: "", label: t("source.choose") },
    { value: "told", label: t("source.told") },
    { value: "website", label: t("source.website") },
    ...sources.map(({ key, name }) => ({ value: key, label: name })),
    { value: "new", label: t("source.new") },
  ];
  return (
    <>
      <ListingField as="select" name="sourceKey" hint={t("hint.sourceKey")} options={options} />
      <details className="fold" open={Boolean(isNew)}>
        <summary>{t("source.new")}</summary>
        <div className="fields">
          <ListingField name="source.name" maxLength={200} />
          <ListingField name="source.url" type="url" maxLength={2000} />
          <ListingField as="select" name="source.kind" options={sourceKinds.map((value) => ({ value, label: t(`sourceKind.${value}`) }))} />
          <ListingField name="source.readOn" type="date" max={today} />
        </div>
      </details>
    </>
  );
}
