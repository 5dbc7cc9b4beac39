"use client";

import { useLocale, useTranslations } from "next-intl";
import { CheckSet } from "./CheckSet";
import { ListingField } from "./ListingField";
import { ListingRows } from "./ListingRows";
import { days } from "@/lib/content";
import { formatDays } from "@/lib/hours";

export function HoursRows() {
  const t = useTranslations("Staff.FieldNames.names");
  const locale = useLocale();
  return (
    <ListingRows list="schedules">
      {(row, isFresh) => (
        <>
          <CheckSet name={`schedules.${row}.byday`} legend={t("byday")} options={days.options.map((value) => ({ value, label: formatDays(value, locale) }))} />
          <div className="fields">
            <ListingField name={`schedules.${row}.opensAt`} type="time" autoFocus={isFresh} />
            <ListingField name={`schedules.${row}.closesAt`} type="time" />
          </div>
        </>
      )}
    </ListingRows>
  );
}
