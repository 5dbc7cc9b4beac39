import type { AnyDocument, DocumentOf, RecordEntity } from "./documents.ts";
import { rowsIn, typed, type FormValues } from "./formRows.ts";
import { slugOf } from "./importedListing.ts";
import { eachLocale, locales, sourceLocale } from "./locales.ts";
import { fieldOfTextFault, formOfText, textFromForm } from "./textForm.ts";

/** The records whose form is mostly a text. */
export type TextRecord = Exclude<RecordEntity, "Organization">;

/** What such a record has besides its text, and people edit. Lists are fields of their own. */
const facts = {
  Chapter: ["pictogram", "lastReviewedOn"],
  Section: ["pictogram", "lastReviewedOn"],
  Directive: ["issuedOn", "status", "madeLawBy"],
  Provision: ["group", "quotation"],
  City: ["timeZone", "exitUrl", "otherLanguagesUrl"],
} as const satisfies Record<TextRecord, string[]>;

/** The form's fields for a record that is there. */
export function formOfRecord<E extends TextRecord>(entity: E, document: DocumentOf<E>): FormValues {
  const any = document as AnyDocument;
  const values = formOfText(entity, "text", any.text);
  for (const name of facts[entity]) {
    const value = (any as Record<string, unknown>)[name];
    if (typeof value === "string") values[name] = [value];
  }
  if ("sources" in any && Array.isArray(any.sources)) values.sources = any.sources;
  if ("links" in any) {
    any.links.forEach(({ url }, index) => (values[`links.${index}.url`] = [url]));
    any.otherLanguages.forEach(({ code, line }, index) => Object.assign(values, { [`otherLanguages.${index}.code`]: [code], [`otherLanguages.${index}.line`]: [line] }));
  }
  return values;
}

/**
 * What a form says of a record, as lib/documents.ts is to check it.
 * @param fixed what the form does not change: the whole document that it began with, or the key, place and parent of a new one
 */
export function recordFromForm(entity: TextRecord, values: FormValues, fixed: object): object {
  const own = Object.fromEntries(facts[entity].map((name) => [name, typed(values, name)]));
  const text = textFromForm(values, entity, "text");
  if (entity === "Directive") return { ...fixed, ...own, issuedOn: own.issuedOn ?? null, text: withNewGroup(values, text), sources: values.sources ?? [] };
  if (entity === "City") return { ...fixed, ...own, text, ...cityLists(values, fixed) };
  return { ...fixed, ...own, text, ...(entity === "Chapter" ? {} : { sources: values.sources ?? [] }) };
}

const newGroupKey = (values: FormValues) => slugOf(typed(values, `newGroup.${sourceLocale}`) ?? "") || "group";

/** A heading that the form adds to those of an act. */
function withNewGroup(values: FormValues, text: ReturnType<typeof textFromForm>): object {
  if (!locales.some((locale) => typed(values, `newGroup.${locale}`))) return text;
  return eachLocale((locale) => {
    const words = text[locale] as { groups: object };
    return { ...words, groups: { ...words.groups, [newGroupKey(values)]: typed(values, `newGroup.${locale}`) ?? "" } };
  });
}

/** The pages that texts lead to keep their keys: only their addresses are edited. */
function cityLists(values: FormValues, fixed: object): object {
  const links = "links" in fixed && Array.isArray(fixed.links) ? (fixed.links as { key: string }[]) : [];
  return {
    links: links.map(({ key }, index) => ({ key, url: typed(values, `links.${index}.url`) })),
    otherLanguages: languageRows(values).map((row) => ({ code: typed(values, `otherLanguages.${row}.code`), line: typed(values, `otherLanguages.${row}.line`) })),
  };
}
const languageRows = (values: FormValues) => rowsIn(values, "otherLanguages").filter((row) => typed(values, `otherLanguages.${row}.code`) || typed(values, `otherLanguages.${row}.line`));

/** The form's field that a fault of the document is about. Keys and addresses of new records are made from their titles. */
export function fieldOfRecordFault(entity: TextRecord, values: FormValues, path: string): string {
  if (path === "source" || path.startsWith("sources")) return "sourceKey";
  const [list, row, field] = path.split(".");
  if (list === "text") {
    const name = fieldOfTextFault(values, entity, "text", path);
    const group = `text.groups.${newGroupKey(values)}.`;
    return name.startsWith(group) && !values[name] ? `newGroup.${name.slice(group.length)}` : name;
  }
  if (list === "otherLanguages") return `otherLanguages.${languageRows(values)[Number(row)] ?? 0}.${field ?? "code"}`;
  if (list === "key") return titleField(entity, sourceLocale);
  return list === "slug" ? titleField(entity, row ?? sourceLocale) : path;
}
const titleField = (entity: TextRecord, locale: string) => `text.${locale}.${entity === "Provision" ? "duty" : "title"}`;
