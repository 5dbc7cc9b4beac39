"use client";

import { useTranslations } from "next-intl";
import { BothLanguages } from "./BothLanguages";
import { ListingField } from "./ListingField";
import { ListingRows } from "./ListingRows";
import { listedFacts } from "@/lib/content";

export function ConflictRows() {
  const t = useTranslations("Staff.ListingForm");
  const names = useTranslations("Staff.FieldNames.names");
  return (
    <ListingRows list="conflicts">
      {(row, isFresh) => (
        <>
          <ListingField as="select" name={`conflicts.${row}.field`} options={listedFacts.map((value) => ({ value, label: names(value) }))} />
          <ListingField name={`conflicts.${row}.note`} hint={t("hint.note")} autoFocus={isFresh} />
          <BothLanguages as="textarea" name={(locale) => `conflicts.${row}.text.${locale}`} />
        </>
      )}
    </ListingRows>
  );
}
