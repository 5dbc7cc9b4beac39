import type { AnyDocument } from "@/lib/documents";
import type { Locale } from "@/lib/locales";
import { plainText } from "@/lib/plainText";

/** The title of a text in one language. What an act orders has none: who must act, and how its duty begins. */
export function titleIn(document: AnyDocument, locale: Locale): string {
  const text = document.text[locale];
  if ("duty" in text) return `${text.actor}: ${plainText(text.duty, 80)}`;
  if ("title" in text) return text.title;
  return "name" in document ? document.name : "";
}
