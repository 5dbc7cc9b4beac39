import type { useTranslations } from "next-intl";
import type messages from "@/messages/en.json";
import { languageInSentence } from "@/lib/languageName";
import { isLocale } from "@/lib/locales";

/** The words for fields: useTranslations("Staff.FieldNames"), or getTranslations of the same. */
export type FieldNames = ReturnType<typeof useTranslations<"Staff.FieldNames">>;
type Words = typeof messages.Staff.FieldNames;

// A document may have a field named "constructor": no word of ours.
const known = (t: FieldNames, field: string, key: string) => !(field in {}) && /^[\w-]+$/.test(field) && t.has(key as Parameters<FieldNames["has"]>[0]);
const isName = (t: FieldNames, field: string): field is keyof Words["names"] => known(t, field, `names.${field}`);
const isList = (t: FieldNames, field: string): field is keyof Words["items"] => known(t, field, `items.${field}`);

/**
 * What people call a field of a document: "phones.0.number" → "Phone number 1: Number", "text.en.answer" → "Short answer (English)".
 * @param path as lib/changes.ts and lib/faults.ts write it; "*" stands for every language
 * @param locale of the reader
 * @returns the path's own words where nobody has named a field
 */
export function fieldName(t: FieldNames, path: string, locale: string): string {
  const pieces: string[] = [];
  let language = "";
  path.split(".").forEach((field, at, fields) => {
    const within = fields[at - 1] ?? "";
    if (/^\d{1,4}$/.test(field)) {
      const list = pieces.pop() ?? "";
      pieces.push(isList(t, within) ? t(`items.${within}`, { number: Number(field) + 1 }) : `${list} ${Number(field) + 1}`.trim());
    } else if (isLocale(field) && /^(text|slug)$/.test(within)) language = ` (${languageInSentence(field, locale)})`;
    else if (field !== "*" && (field !== "text" || fields.length === 1)) pieces.push(isName(t, field) ? t(`names.${field}`) : field);
  });
  return (pieces.join(": ") || t("names.text")) + language;
}
