import type { DocumentOf, RecordEntity } from "@/lib/documents";
import { textsOf, withTranslation, type DocumentText } from "@/lib/documentTexts";
import type { FormValues } from "@/lib/formRows";
import { sourceLocale, type Locale } from "@/lib/locales";
import { fieldOfTextFault, formOfText, translationFromForm, type TextKind } from "@/lib/textForm";

/** Texts of records; needs ("TaxonomyTerm") are no part of any. */
export const kindOf = ({ kind }: DocumentText): TextKind => (kind === "TaxonomyTerm" ? "Service" : kind);

/** The document with its texts in one language as the form has them. Everything else is the document's own, whatever was sent. */
export function translated<E extends RecordEntity>(entity: E, document: DocumentOf<E>, values: FormValues, into: Locale): object {
  return withTranslation(entity, document, into, new Map(textsOf(entity, document).map((text) => [text.path, translationFromForm(values, kindOf(text), text.path, text.text, into)])));
}

/** The form's field that a fault is about: its rows are those of the English. */
export function fieldOfTranslation<E extends RecordEntity>(entity: E, document: DocumentOf<E>, values: FormValues, path: string): string {
  const text = textsOf(entity, document).find((text) => path.startsWith(`${text.path}.`));
  if (!text) return path;
  const english = formOfText(kindOf(text), text.path, { [sourceLocale]: text.text[sourceLocale] });
  return fieldOfTextFault({ ...english, ...values }, kindOf(text), text.path, path);
}
