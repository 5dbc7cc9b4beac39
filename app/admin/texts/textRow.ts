import { textPath } from "./textPath";
import type { TextRow } from "@/components/textForm/TextTable";
import type { StaffText } from "@/data/staffTexts";
import type { AnyDocument } from "@/lib/documents";
import { eachLocale } from "@/lib/locales";
import type { Role } from "@/lib/permissions";
import { readability } from "@/lib/readability";
import { formOfText, proseOf } from "@/lib/textForm";
import { titleIn } from "@/lib/titleIn";

/** One text as the tables show it. */
export function textRow<E extends "Chapter" | "Section" | "Directive" | "Provision">(role: Role, entity: E, text: StaffText<E>): TextRow {
  const document: AnyDocument = text.document;
  const values = formOfText(entity, "text", document.text);
  return {
    id: text.id,
    href: textPath(role, entity, text.id, text.isNew),
    title: eachLocale((locale) => titleIn(document, locale)),
    plain: eachLocale((locale) => readability(proseOf(values, entity, "text", locale), locale)),
    isNew: text.isNew,
    hidden: "hidden" in document && document.hidden,
    open: text.open,
    status: text.status,
  };
}
