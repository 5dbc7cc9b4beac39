"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "next-intl";
import { useFormResult } from "./ActionForm";
import { fieldId } from "./fieldId";

/** Everything that is wrong with the form around, with links to the fields; the focus moves here. Nothing while nothing is wrong. */
export function ErrorSummary() {
  const t = useTranslations("Staff.Form");
  const result = useFormResult();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result?.errors.length) box.current?.focus();
  }, [result]);
  if (!result?.errors.length) return null;
  return (
    // Without scripts the browser itself moves the focus here.
    <div ref={box} role="alert" tabIndex={-1} autoFocus className="errors">
      <h2>{t("errors", { count: result.errors.length })}</h2>
      <ul>
        {result.errors.map(({ field, message }, index) => (
          <li key={index}>{field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
