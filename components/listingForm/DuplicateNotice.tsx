"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useValues } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { fieldId } from "@/components/staff/fieldId";

const found = z.array(z.strictObject({ id: z.string(), sentence: z.string() }));
type Found = z.output<typeof found>;
const pause = 500;

/**
 * Listings that may be the same as the one that is being added. The answer of the form names them, and a box says that they are others;
 * with scripts they also appear while one types.
 */
export function DuplicateNotice({ id, address }: { id: string; address: string }) {
  const t = useTranslations("Staff.ListingForm.duplicates");
  const result = useFormResult();
  const answered = (result?.errors ?? []).flatMap(({ field, message }) => (field?.startsWith("duplicates.") ? [{ id: field.slice("duplicates.".length), sentence: message }] : []));
  const confirmed = useValues("notDuplicate").includes("1");
  const box = useRef<HTMLDivElement>(null);
  const typed = useTypedDuplicates(box, id, address);
  const shown = typed ?? answered;
  return (
    <div ref={box} aria-live="polite">
      {shown.length > 0 && (
        <div className="note">
          <p>{t("title")}</p>
          <ul>
            {shown.map(({ id, sentence }) => (
              <li key={id} id={fieldId(`duplicates.${id}`)} tabIndex={-1}>
                <a href={`/admin/listings/${id}`} target="_blank">
                  {sentence}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {(answered.length > 0 || confirmed) && (
        <label className="choice">
          <input id={fieldId("notDuplicate")} type="checkbox" name="notDuplicate" value="1" defaultChecked={confirmed} />
          {t("confirm")}
        </label>
      )}
    </div>
  );
}

/** What the fields of the form around, as they are now, may double; null before anybody has typed. */
function useTypedDuplicates(box: React.RefObject<HTMLDivElement | null>, id: string, address: string): Found | null {
  const [shown, show] = useState<Found | null>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const data = new FormData(form);
      const asked = new URLSearchParams({ id });
      for (const [name, value] of data) if (/^(name|phones\.\d+\.number|locations\.\d+\.(address1|postalCode))$/.test(name) && typeof value === "string") asked.append(name, value);
      const response = await fetch(`${address}?${asked}`).catch(() => null);
      // A comfort: where it fails the form itself still asks.
      const answer = found.safeParse(response?.ok ? await response.json().catch(() => null) : null);
      if (answer.success) show(answer.data);
    };
    const typed = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement) || !/^(name|phones|locations)\b/.test(event.target.name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), pause);
    };
    form.addEventListener("input", typed);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", typed);
    };
  }, [box, id, address]);
  return shown;
}
