"use client";

import { useTranslations } from "next-intl";
import { ListingField } from "./ListingField";
import { ListingRows } from "./ListingRows";

/** @param autoFocus typing begins in the first number */
export function PhoneRows({ autoFocus = false }: { autoFocus?: boolean }) {
  const t = useTranslations("Staff.FieldNames.values.type");
  return (
    <ListingRows list="phones" least={1}>
      {(row, isFresh) => (
        <div className="fields">
          <ListingField name={`phones.${row}.number`} type="tel" maxLength={40} autoComplete="off" autoFocus={isFresh || (autoFocus && row === 0)} />
          <ListingField name={`phones.${row}.extension`} inputMode="numeric" maxLength={8} autoComplete="off" />
          <ListingField as="select" name={`phones.${row}.type`} options={(["voice", "hotline"] as const).map((value) => ({ value, label: t(value) }))} />
        </div>
      )}
    </ListingRows>
  );
}
