"use client";

import type { ComponentProps } from "react";
import { useLocale, useTranslations } from "next-intl";
import { formFieldName } from "./formFieldName";
import { sourceLabels } from "@/components/staff/sourceLabels";
import { VersionFields } from "@/components/staff/VersionFields";
import type { SourceProps } from "@/components/ui/SourceList";
import { formDifferences } from "@/lib/textForm";

type Props = Omit<ComponentProps<typeof VersionFields>, "differences"> & { sources?: SourceProps[] | undefined };

/** The version of a text; both texts side by side where somebody else has saved, with the names of their sources. */
export function TextVersion({ sources = [], ...version }: Props) {
  const [t, locale] = [useTranslations("Staff.FieldNames"), useLocale()];
  const labels = sourceLabels(sources, useTranslations("Staff.Source"), locale);
  const named = (name: string, value: string) => (name === "sources" ? value.split("\n").map((key) => labels.get(key) ?? key).join("\n") : value);
  return <VersionFields {...version} differences={(typed, now) => formDifferences(typed, now).map(({ name, mine, theirs }) => ({ name, mine: named(name, mine), theirs: named(name, theirs), label: formFieldName(t, name, locale) }))} />;
}
