import { fieldName, type FieldNames } from "@/components/revision/fieldName";
import { isLocale } from "@/lib/locales";

/** What people call a field of a form of texts (its names: lib/textForm.ts): "text.do.0.es" → "What to do, point 1 (Spanish)". */
export function formFieldName(t: FieldNames, name: string, locale: string): string {
  const steps = name.split(".");
  const at = steps.indexOf("text");
  if (at < 0 || isLocale(steps[at + 1] ?? "")) return fieldName(t, name, locale);
  const last = steps.at(-1) ?? "";
  const [before, within] = [steps.slice(0, at + 1), steps.slice(at + 1)];
  return fieldName(t, [...before, ...(isLocale(last) ? [last, ...within.slice(0, -1)] : ["*", ...within])].join("."), locale);
}
