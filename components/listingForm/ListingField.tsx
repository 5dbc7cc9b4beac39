"use client";

import type { ComponentProps } from "react";
import { useLocale, useTranslations } from "next-intl";
import { fieldLabel } from "./fieldLabel";
import { useStartValues } from "@/components/staff/StartValues";
import { Field } from "@/components/staff/Field";

// Each kind of control by itself: Omit over all of them at once would forget which belongs to which.
type WithoutLabel<P> = P extends unknown ? Omit<P, "label" | "defaultValue"> & { label?: string } : never;

/** A field of the listing form: its label and what it holds at the start go by its name. */
export function ListingField({ label, ...field }: WithoutLabel<ComponentProps<typeof Field>>) {
  const t = useTranslations("Staff.FieldNames");
  const locale = useLocale();
  const start = useStartValues();
  return <Field {...field} label={label ?? fieldLabel(t, field.name, locale)} defaultValue={start[field.name]?.[0]} />;
}
