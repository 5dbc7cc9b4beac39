"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "next-intl";
import { useRows } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { intentOf } from "@/lib/formRows";

type Props = {
  list: string;
  /** What people call the list, and one row of it. */
  title: string;
  item: (number: number) => string;
  /** The fields of one row. isFresh: somebody has just asked for it, and goes on typing there. */
  children: (row: number, isFresh: boolean) => ReactNode;
};

/** A list whose rows come and go by buttons of the form itself, with scripts or without: nothing typed is lost. */
export function Rows({ list, title, item, children }: Props) {
  const t = useTranslations("Staff.TextForm");
  const rows = useRows(list);
  const result = useFormResult();
  const intent = result ? intentOf(result.values) : "";
  const add = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Its own button is gone.
    if (intent.startsWith(`${list}.remove.`)) add.current?.querySelector("button")?.focus();
  }, [result, intent, list]);
  return (
    <fieldset className="rows">
      <legend>{title}</legend>
      {rows.map((row, index) => (
        <div key={row} role="group" aria-label={item(index + 1)} className="row-fields">
          {children(row, intent === `${list}.add` && index === rows.length - 1)}
          <SubmitButton quiet name="intent" value={`${list}.remove.${row}`}>
            {t("remove")}
            <span className="sr-only">: {item(index + 1)}</span>
          </SubmitButton>
        </div>
      ))}
      <div ref={add}>
        <SubmitButton quiet name="intent" value={`${list}.add`}>
          {t("addRow", { list: title })}
        </SubmitButton>
      </div>
    </fieldset>
  );
}
