"use client";

import { useTranslations } from "next-intl";
import { ListingField } from "./ListingField";
import { NewSourceFields } from "@/components/staff/NewSourceFields";

/** "Where did you read this?": one of the listing's own sources, what the organization itself says, or a new one. */
export function SourceFields({ sources, today }: { sources: { key: string; name: string }[]; today: string }) {
  const t = useTranslations("Staff.ListingForm");
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
      <NewSourceFields summary={t("source.new")} today={today} />
    </>
  );
}
