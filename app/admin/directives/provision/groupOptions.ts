import type { DocumentOf } from "@/lib/documents";
import type { Locale } from "@/lib/locales";

/** The headings of an act, by key, as a select offers them. */
export function groupOptions(act: DocumentOf<"Directive"> | null | undefined, locale: Locale): { value: string; label: string }[] {
  return Object.entries(act?.text[locale].groups ?? {}).map(([value, label]) => ({ value, label }));
}
