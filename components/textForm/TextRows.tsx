"use client";

import type { ComponentProps } from "react";
import { useLocale, useTranslations } from "next-intl";
import { fieldName } from "@/components/revision/fieldName";
import { Rows } from "@/components/staff/Rows";

/** One of the lists of a text, with its name. */
export function TextRows({ list, children }: Pick<ComponentProps<typeof Rows>, "list" | "children">) {
  const [t, names, locale] = [useTranslations("Staff.TextForm"), useTranslations("Staff.FieldNames"), useLocale()];
  const title = fieldName(names, list, locale);
  return (
    <fieldset className="rows">
      <legend>{title}</legend>
      <Rows list={list} item={(number) => fieldName(names, `${list}.${number - 1}`, locale)} add={t("addRow", { list: title })}>
        {children}
      </Rows>
    </fieldset>
  );
}
