"use client";

import { useTranslations } from "next-intl";
import { ListingField } from "./ListingField";
import { ListingRows } from "./ListingRows";
import { addressVisibilities } from "@/lib/listing";

export function LocationRows() {
  const t = useTranslations("Staff.ListingForm");
  const values = useTranslations("Staff.FieldNames.values");
  return (
    <ListingRows list="locations" least={1}>
      {(row, isFresh) => (
        <div className="fields">
          <ListingField name={`locations.${row}.address1`} maxLength={200} autoComplete="off" autoFocus={isFresh} />
          <ListingField name={`locations.${row}.address2`} maxLength={200} autoComplete="off" />
          <ListingField name={`locations.${row}.city`} maxLength={200} autoComplete="off" />
          <ListingField name={`locations.${row}.stateProvince`} maxLength={2} autoCapitalize="characters" autoComplete="off" />
          <ListingField name={`locations.${row}.postalCode`} inputMode="numeric" maxLength={5} autoComplete="off" />
          <ListingField as="select" name={`locations.${row}.addressType`} options={(["physical", "postal"] as const).map((value) => ({ value, label: values(`addressType.${value}`) }))} />
          <ListingField as="select" name={`locations.${row}.visibility`} hint={t("hint.visibility")} options={addressVisibilities.map((value) => ({ value, label: values(`visibility.${value}`) }))} />
        </div>
      )}
    </ListingRows>
  );
}
