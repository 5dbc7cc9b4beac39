"use client";

import { useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "next-intl";
import { useStartValues } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { typedValues, type FormResult } from "@/lib/formResult";
import { languageName } from "@/lib/languageName";
import { locales, sourceLocale, type Locale } from "@/lib/locales";
import { readability } from "@/lib/readability";
import { proseOf, type TextKind } from "@/lib/textForm";

/** Typing goes on meanwhile. */
const pause = 400;

/** How plainly the text of the form around is written, in each language, with the sentences that spoil it: as it is typed; without scripts as it was sent last. */
export function PlainLanguage({ kind, path }: { kind: TextKind; path: string }) {
  const t = useTranslations("Staff.TextForm");
  const start = useStartValues();
  const result = useFormResult();
  const place = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState<{ values: FormResult["values"]; after: FormResult | null }>();
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setTyped({ values: typedValues(new FormData(form)), after: result }), pause);
    };
    form.addEventListener("input", listen);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", listen);
    };
  }, [result]);
  const values = typed && typed.after === result ? typed.values : (result?.values ?? start);
  return (
    <section ref={place} aria-labelledby="plain-language" className="card">
      <h2 id="plain-language">{t("plain.title")}</h2>
      <p className="soft">{t("plain.hint")}</p>
      <div className="both">
        {locales.map((locale) => (
          <Score key={locale} locale={locale} text={proseOf(values, kind, path, locale)} />
        ))}
      </div>
    </section>
  );
}

function Score({ locale, text }: { locale: Locale; text: string }) {
  const t = useTranslations("Staff.TextForm.plain");
  const reader = useLocale();
  const { score, level, tells, sentences } = readability(text, locale);
  const hard = sentences.flatMap((sentence) => (sentence.hard ? [sentence] : []));
  return (
    <div>
      <h3>{languageName(locale, reader)}</h3>
      {!tells ? (
        <p>{t(sentences.length === 0 ? "nothing" : "short")}</p>
      ) : (
        <p className={level === "easy" ? "note note-open" : "note"}>
          <strong>{t(`level.${level}`)}</strong> {t(locale === sourceLocale ? "grade" : "points", { score })}
        </p>
      )}
      {hard.length > 0 && (
        <details className="fold">
          <summary>{t("hard", { count: hard.length })}</summary>
          <ol className="steps">
            {hard.map(({ text, words, reason }, index) => (
              <li key={index}>
                <span lang={locale}>{text}</span> <span className="soft">{t(reason, { words })}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
