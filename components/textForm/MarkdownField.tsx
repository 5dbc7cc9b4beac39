"use client";

import { useState } from "react";
import { useTranslations } from "next-intl";
import { useValues } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { Field } from "@/components/staff/Field";
import { Markdown } from "@/components/ui/Markdown";
import type { FormResult } from "@/lib/formResult";
import { intentOf } from "@/lib/formRows";

type Props = { name: string; label: string; lang: string; autoFocus?: boolean; rows?: number };

/** Limited Markdown with how it will look, as it is typed; without scripts as it was sent last. Plain words look as they are, and are shown so when asked for. */
export function MarkdownField({ name, label, lang, ...rest }: Props) {
  const t = useTranslations("Staff.TextForm");
  const result = useFormResult();
  const [sent = ""] = useValues(name);
  // What was typed counts until the form comes back: then the row may be another one.
  const [typed, setTyped] = useState<{ text: string; after: FormResult | null }>();
  const text = typed && typed.after === result ? typed.text : sent;
  const looksOtherwise = /[*_[\]#<>`\\]|\n|^\s*(-|\d+\.)\s/.test(text.trim());
  const isAskedFor = result !== null && intentOf(result.values) === "preview" && text.trim() !== "";
  return (
    <div className="markdown">
      <Field as="textarea" name={name} label={label} lang={lang} defaultValue={sent} rows={rowsFor(sent)} maxLength={10_000} {...rest} onInput={(event) => setTyped({ text: event.currentTarget.value, after: result })} />
      {(looksOtherwise || isAskedFor) && (
        <div className="preview" role="group" aria-label={t("previewOf", { field: label })}>
          <p className="soft">{t("preview")}</p>
          <div className="text" lang={lang}>
            <Markdown text={text} />
          </div>
        </div>
      )}
    </div>
  );
}

/** As high as the text is long, within reason: 60 characters fit a line. */
export function rowsFor(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0);
  return Math.min(14, Math.max(2, lines));
}
