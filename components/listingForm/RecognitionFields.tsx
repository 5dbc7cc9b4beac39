"use client";

import { useTranslations } from "next-intl";
import { ListingField } from "./ListingField";
import { useStartValues } from "@/components/staff/StartValues";

/** Recognition by the U.S. Department of Justice. Both days empty: not recognized. */
export function RecognitionFields() {
  const t = useTranslations("Staff.ListingForm");
  const renewal = useTranslations("Staff.FieldNames.values.renewalPending");
  // Rosters may have words of their own for a status that no longer holds.
  const statuses = [...new Set(["Active", "Inactive", ...(useStartValues()["recognition.status"] ?? [])])];
  return (
    <>
      <p className="soft">{t("hint.recognition")}</p>
      <div className="fields">
        <ListingField name="recognition.recognizedOn" type="date" />
        <ListingField name="recognition.expiresOn" type="date" />
        <ListingField as="select" name="recognition.renewalPending" options={(["false", "true"] as const).map((value) => ({ value, label: renewal(value) }))} />
        <ListingField as="select" name="recognition.status" options={statuses.map((value) => ({ value, label: value === "Active" || value === "Inactive" ? t(`status.${value}`) : value }))} />
      </div>
    </>
  );
}
