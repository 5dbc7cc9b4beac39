import { listActs } from "@/data/staffTexts";
import type { Locale } from "@/lib/locales";

/** The approved acts but this one, by key, as a select offers them in one language. */
export async function actOptions(locale: Locale, but?: string): Promise<{ value: string; label: string }[]> {
  const acts = await listActs();
  return acts.flatMap(({ isNew, document: { key, text } }) => (isNew || key === but ? [] : [{ value: key, label: text[locale].title }]));
}
