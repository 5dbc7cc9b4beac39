import type { AnyDocument } from "./documents.ts";
import type { Locale } from "./locales.ts";
import { plainText } from "./plainText.ts";

/** What people call a record, in one language. What an act orders has no title: who must act, and how its duty begins. */
export function titleIn(document: AnyDocument, locale: Locale): string {
  if ("name" in document) return document.name;
  const text = document.text[locale];
  if ("duty" in text) return `${text.actor}: ${plainText(text.duty, 80)}`;
  return "title" in text ? text.title : text.siteName;
}
