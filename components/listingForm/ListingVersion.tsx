"use client";

import type { ComponentProps } from "react";
import { useLocale, useTranslations } from "next-intl";
import { fieldName } from "@/components/revision/fieldName";
import { linesOf } from "@/components/revision/linesOf";
import { VersionFields } from "@/components/staff/VersionFields";
import { formatDays } from "@/lib/hours";
import { formDifferences } from "@/lib/listingForm";

/** The version of a listing; both listings side by side where somebody else has saved. @param needs what people call them, by code */
export function ListingVersion({ needs = [], ...version }: Omit<ComponentProps<typeof VersionFields>, "differences"> & { needs?: { code: string; name: string }[] }) {
  const [t, locale] = [useTranslations("Staff.FieldNames"), useLocale()];
  const words = { t, locale, names: new Map(needs.map(({ code, name }) => [`needs/${code}`, name])) };
  const shown = (name: string, values: string[]) =>
    name.endsWith(".byday") && values.length > 0 ? formatDays(values.join(","), locale) : values.flatMap((value) => linesOf(name, value, words)).join("\n");
  return (
    <VersionFields
      {...version}
      differences={(typed, now) => formDifferences(typed, now).map(({ name, mine, theirs }) => ({ name, label: fieldName(t, name, locale), mine: shown(name, mine), theirs: shown(name, theirs) }))}
    />
  );
}
