"use client";

import type { ComponentProps } from "react";
import { useLocale, useTranslations } from "next-intl";
import { formFieldName } from "./formFieldName";
import { VersionFields } from "@/components/staff/VersionFields";
import { formDifferences } from "@/lib/textForm";

/** The version of a text; both texts side by side where somebody else has saved. */
export function TextVersion(version: Omit<ComponentProps<typeof VersionFields>, "differences">) {
  const [t, locale] = [useTranslations("Staff.FieldNames"), useLocale()];
  return <VersionFields {...version} differences={(typed, now) => formDifferences(typed, now).map((row) => ({ ...row, label: formFieldName(t, row.name, locale) }))} />;
}
