"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "next-intl";
import { useFormResult } from "./ActionForm";
import { useRows } from "./StartValues";
import { SubmitButton } from "./SubmitButton";
import { intentOf } from "@/lib/formRows";

type Props = {
  list: string;
  /** Empty rows that a form without any begins with. */
  least?: number;
  /** What people call one row, and the button for one more. */
  item: (number: number) => string;
  add: string;
  /** The fields of one row. isFresh: somebody has just asked for it, and goes on typing there. */
  children: (row: number, isFresh: boolean) => ReactNode;
};

/** A list whose rows come and go by buttons of the form itself, with scripts or without: nothing typed is lost. */
export function Rows({ list, least, item, add, children }: Props) {
  const t = useTranslations("Staff.Form");
  const rows = useRows(list, least);
  const result = useFormResult();
  const intent = result ? intentOf(result.values) : "";
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Its own button is gone.
    if (intent.startsWith(`${list}.remove.`)) end.current?.querySelector("button")?.focus();
  }, [result, intent, list]);
  return (
    <>
      {rows.map((row, index) => (
        <fieldset key={row} className="row-fields">
          <legend>{item(index + 1)}</legend>
          {children(row, intent === `${list}.add` && index === rows.length - 1)}
          <SubmitButton quiet name="intent" value={`${list}.remove.${row}`}>
            {t("remove")}
            <span className="sr-only">: {item(index + 1)}</span>
          </SubmitButton>
        </fieldset>
      ))}
      <div ref={end}>
        <SubmitButton quiet name="intent" value={`${list}.add`}>
          {add}
        </SubmitButton>
      </div>
    </>
  );
}
