import { fieldName, type FieldNames } from "@/components/revision/fieldName";

/** What stands beside a field of the listing form: "services.0.text.es.name" → "Name (Spanish)". Its row, or its part of the form, is named around it. */
export function fieldLabel(t: FieldNames, name: string, locale: string): string {
  return fieldName(t, name.replace(/^(\w+\.\d+|recognition|source)\./, ""), locale);
}
