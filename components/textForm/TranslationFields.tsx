"use client";

import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { formFieldName } from "./formFieldName";
import { MarkdownField, rowsFor } from "./MarkdownField";
import { useStartValues } from "@/components/staff/StartValues";
import { fieldName } from "@/components/revision/fieldName";
import { TextDiff } from "@/components/revision/TextDiff";
import { Field } from "@/components/staff/Field";
import { rowsIn, type FormValues } from "@/lib/formRows";
import { sourceLocale, type Locale } from "@/lib/locales";
import { textFields, type TextFieldKind } from "@/lib/textFields";
import type { TextKind } from "@/lib/textForm";

type Props = {
  kind: TextKind;
  path: string;
  /** The language that is written here. */
  into: Locale;
  english: FormValues;
  /** The English that the translation was made from, where it is known and no longer the same. */
  madeFrom: FormValues | null;
};

/** The fields of a translation, each beside its English, which cannot be changed here. Which rows there are is the English's business. */
export function TranslationFields({ kind, path, into, english, madeFrom }: Props) {
  const t = useTranslations("Staff.FieldNames");
  const form = useTranslations("Staff.TextForm");
  const locale = useLocale();
  const start = useStartValues();
  const pair = (kind: TextFieldKind, englishName: string, name: string) => <Pair key={name} kind={kind} name={name} into={into} label={formFieldName(t, englishName, locale)} english={english[englishName]?.[0] ?? ""} madeFrom={madeFrom && (madeFrom[englishName]?.[0] ?? "")} />;
  return textFields[kind].map(({ name, kind }) => {
    const list = `${path}.${name}`;
    const rows = rowsIn(english, list);
    const surplus = rowsIn(start, list).filter((row) => !rows.includes(row));
    const title = fieldName(t, list, locale);
    if (kind === "items" || kind === "phrases")
      return rows.length === 0 && surplus.length === 0 ? null : (
        <Group key={name} title={title}>
          {rows.map((row) =>
            kind === "items" ? (
              pair("markdown", `${list}.${row}.${sourceLocale}`, `${list}.${row}.${into}`)
            ) : (
              <div key={row} role="group" aria-label={fieldName(t, `${list}.${row}`, locale)} className="row-fields">
                <p lang={sourceLocale}>
                  <strong>“{english[`${list}.${row}.english`]?.[0]}”</strong>
                </p>
                {pair("words", `${list}.${row}.meaning.${sourceLocale}`, `${list}.${row}.meaning.${into}`)}
                <Field name={`${list}.${row}.sounds.${into}`} label={formFieldName(t, `${list}.${row}.sounds.${into}`, locale)} lang={into} maxLength={10_000} autoComplete="off" defaultValue={start[`${list}.${row}.sounds.${into}`]?.[0]} />
              </div>
            ),
          )}
          {surplus.map((row) => (
            <p key={row} className="soft">
              {form("surplus")} <span lang={into}>{start[`${list}.${row}.${into}`]?.[0] ?? start[`${list}.${row}.meaning.${into}`]?.[0]}</span>
            </p>
          ))}
        </Group>
      );
    if (kind === "named") {
      const keys = Object.keys(english).flatMap((field) => (field.startsWith(`${list}.`) ? [field.slice(list.length + 1).split(".")[0]!] : []));
      return keys.length === 0 ? null : (
        <Group key={name} title={title}>
          {keys.map((key) => pair("line", `${list}.${key}.${sourceLocale}`, `${list}.${key}.${into}`))}
        </Group>
      );
    }
    const named = (language: string) => [path, language, name].filter(Boolean).join(".");
    // What neither language says is not asked for.
    return english[named(sourceLocale)] || start[named(into)] ? pair(kind, named(sourceLocale), named(into)) : null;
  });
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="rows">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Pair({ kind, name, into, label, english, madeFrom }: { kind: TextFieldKind; name: string; into: Locale; label: string; english: string; madeFrom: string | null }) {
  const t = useTranslations("Staff.FieldNames");
  const [form, empty] = [useTranslations("Staff.TextForm"), useTranslations("Staff.Form.conflict")];
  const locale = useLocale();
  const [start = ""] = useStartValues()[name] ?? [];
  const shared = { name, lang: into, label: formFieldName(t, name, locale), maxLength: 10_000 };
  const changed = madeFrom !== null && madeFrom !== english;
  return (
    <div className="both">
      <div className="original">
        <p>
          <strong>{label}</strong> {changed && <span className="note">{form("changedHere")}</span>}
        </p>
        <p lang={sourceLocale} className="quoted">
          {changed ? <TextDiff before={madeFrom} after={english} /> : english || empty("nothing")}
        </p>
      </div>
      {kind === "markdown" ? <MarkdownField {...shared} /> : kind === "line" ? <Field {...shared} autoComplete="off" defaultValue={start} /> : <Field as="textarea" {...shared} rows={rowsFor(start)} defaultValue={start} />}
    </div>
  );
}
