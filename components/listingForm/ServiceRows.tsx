"use client";

import { useTranslations } from "next-intl";
import { BothLanguages } from "./BothLanguages";
import { CheckSet } from "./CheckSet";
import { ListingField } from "./ListingField";
import { ListingRows } from "./ListingRows";

/** Services: what each helps with, what it costs, and its words. @param needs by code, named in the reader's language */
export function ServiceRows({ needs }: { needs: { code: string; name: string }[] }) {
  const t = useTranslations("Staff.ListingForm");
  const names = useTranslations("Staff.FieldNames");
  const costs = ["free", "low", "paid"] as const;
  return (
    <ListingRows list="services" least={1}>
      {(row, isFresh) => (
        <>
          <BothLanguages name={(locale) => `services.${row}.text.${locale}.name`} maxLength={200} autoFocus={isFresh} />
          <BothLanguages as="textarea" name={(locale) => `services.${row}.text.${locale}.description`} />
          <CheckSet name={`services.${row}.needs`} legend={names("names.needs")} options={needs.map(({ code, name }) => ({ value: code, label: name }))} />
          <ListingField as="select" name={`services.${row}.cost`} options={[{ value: "", label: t("costUnknown") }, ...costs.map((value) => ({ value, label: names(`values.cost.${value}`) }))]} />
        </>
      )}
    </ListingRows>
  );
}
