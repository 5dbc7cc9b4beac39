"use client";

import { useLocale, useTranslations } from "next-intl";
import { ListingField } from "./ListingField";
import { NewSourceFields } from "@/components/staff/NewSourceFields";
import { sourceLabels } from "@/components/staff/sourceLabels";
import type { SourceProps } from "@/components/ui/SourceList";

/** "Where did you read this?": one of the listing's own sources, what the organization itself says, or a new one. */
export function SourceFields({ sources, today }: { sources: SourceProps[]; today: string }) {
  const [t, words, locale] = [useTranslations("Staff.ListingForm"), useTranslations("Staff.Source"), useLocale()];
  const options = [
    { value: "", label: t("source.choose") },
    { value: "told", label: t("source.told") },
    { value: "website", label: t("source.website") },
    ...[...sourceLabels(sources, words, locale)].map(([value, label]) => ({ value, label })),
    { value: "new", label: t("source.new") },
  ];
  return (
    <>
      <ListingField as="select" name="sourceKey" hint={t("hint.sourceKey")} options={options} />
      <NewSourceFields summary={t("source.new")} today={today} />
    </>
  );
}
