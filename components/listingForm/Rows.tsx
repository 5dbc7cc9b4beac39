"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "next-intl";
import { useRows } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { intentOf } from "@/lib/formRows";
import type { ListingList } from "@/lib/listingForm";

type Props = {
  list: ListingList;
  /** Empty rows that a form without any begins with. */
  least?: number;
  /** The fields of one row. isFresh: somebody has just asked for it, and goes on typing there. */
  children: (row: number, isFresh: boolean) => ReactNode;
};

/** A list whose rows come and go by buttons of the form itself, with scripts or without: nothing typed is lost. */
export function Rows({ list, least, children }: Props) {
  const t = useTranslations("Staff.ListingForm");
  const names = useTranslations("Staff.FieldNames.items");
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
          <legend>{names(list, { number: index + 1 })}</legend>
          {children(row, intent === `${list}.add` && index === rows.length - 1)}
          <SubmitButton quiet name="intent" value={`${list}.remove.${row}`} aria-label={t("removeItem", { item: names(list, { number: index + 1 }) })}>
            {t("remove")}
          </SubmitButton>
        </fieldset>
      ))}
      <div ref={end}>
        <SubmitButton quiet name="intent" value={`${list}.add`}>
          {t(`add.${list}`)}
        </SubmitButton>
      </div>
    </>
  );
}
