"use client";

import { useLocale, useTranslations } from "next-intl";
import { formFieldName } from "./formFieldName";
import { MarkdownField, rowsFor } from "./MarkdownField";
import { TextRows } from "./TextRows";
import { useStartValues } from "@/components/staff/StartValues";
import { fieldName } from "@/components/revision/fieldName";
import { Field } from "@/components/staff/Field";
import { locales, sourceLocale } from "@/lib/locales";
import { textFields, type TextField, type TextFieldKind } from "@/lib/textFields";
import type { TextKind } from "@/lib/textForm";

/** All fields of one text, every language side by side. Names: lib/textForm.ts. */
export function TextFields({ kind, path }: { kind: TextKind; path: string }) {
  return textFields[kind].map((field) => <FieldOfText key={field.name} field={field} path={path} />);
}

function FieldOfText({ field: { name, kind, optional }, path }: { field: TextField; path: string }) {
  const t = useTranslations("Staff.FieldNames");
  const locale = useLocale();
  const start = useStartValues();
  const list = `${path}.${name}`;
  switch (kind) {
    case "items":
      return (
        <TextRows list={list}>
          {(row, isFresh) => <BothLanguages kind="markdown" name={(locale) => `${list}.${row}.${locale}`} autoFocus={isFresh} />}
        </TextRows>
      );
    case "phrases":
      return (
        <TextRows list={list}>
          {(row, isFresh) => (
            <>
              <TextInput kind="line" name={`${list}.${row}.english`} lang={sourceLocale} autoFocus={isFresh} />
              <BothLanguages kind="words" name={(locale) => `${list}.${row}.meaning.${locale}`} />
              {locales.map((locale) => locale !== sourceLocale && <TextInput key={locale} kind="line" name={`${list}.${row}.sounds.${locale}`} lang={locale} />)}
            </>
          )}
        </TextRows>
      );
    case "named": {
      const keys = [...new Set(Object.keys(start).flatMap((field) => (field.startsWith(`${list}.`) ? [field.slice(list.length + 1).split(".")[0]!] : [])))];
      return keys.length === 0 ? null : (
        <fieldset className="rows">
          <legend>{fieldName(t, list, locale)}</legend>
          {keys.map((key) => (
            <BothLanguages key={key} kind="line" name={(locale) => `${list}.${key}.${locale}`} />
          ))}
        </fieldset>
      );
    }
    default:
      return <BothLanguages kind={kind} name={(locale) => [path, locale, name].filter(Boolean).join(".")} optional={optional} />;
  }
}

type Shared = { kind: TextFieldKind; autoFocus?: boolean; optional?: boolean | undefined };

/** One text in every language, side by side; one under the other on a phone. */
function BothLanguages({ name, autoFocus = false, ...rest }: Shared & { name: (locale: string) => string }) {
  return (
    <div className="both">
      {locales.map((locale, index) => (
        <TextInput key={locale} {...rest} name={name(locale)} lang={locale} autoFocus={autoFocus && index === 0} />
      ))}
    </div>
  );
}

function TextInput({ kind, name, lang, optional, autoFocus = false }: Shared & { name: string; lang: string }) {
  const t = useTranslations("Staff.FieldNames");
  const form = useTranslations("Staff.TextForm");
  const locale = useLocale();
  const [start = ""] = useStartValues()[name] ?? [];
  const label = formFieldName(t, name, locale);
  const shared = { name, lang, autoFocus, maxLength: 10_000, label: optional ? form("optional", { field: label }) : label };
  if (kind === "markdown") return <MarkdownField {...shared} />;
  if (kind === "words") return <Field as="textarea" {...shared} defaultValue={start} rows={rowsFor(start)} />;
  return <Field {...shared} defaultValue={start} autoComplete="off" />;
}
