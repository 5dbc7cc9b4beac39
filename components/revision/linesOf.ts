import type messages from "@/messages/en.json";
import { fieldName, type FieldNames } from "./fieldName";
import { formatDate } from "@/lib/dates";
import { documents } from "@/lib/documents";
import { formatOpenings } from "@/lib/hours";
import { languageName } from "@/lib/languageName";
import { formatPhone } from "@/lib/phones";

export type ValueWords = {
  t: FieldNames;
  locale: string;
  /** What people call codes: "needs/asylum", "sources/<key>", "records/<id>" (data/documentNames.ts). */
  names: ReadonlyMap<string, string>;
};

type Fields = { [field: string]: unknown };
type Values = typeof messages.Staff.FieldNames.values;
type ValueKey = { [F in keyof Values]: `values.${F}.${Extract<keyof Values[F], string>}` }[keyof Values];

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const { schedules } = documents.Organization.shape;
const isPlace = (field: string) => field === "*" || /^\d+$/.test(field);

/** A value of a document as people read it, a line for each thing in it: numbers as one dials them, days and codes in words. */
export function linesOf(path: string, value: unknown, words: ValueWords): string[] {
  return lines(path.split(".").filter((field) => !isPlace(field)), value, words);
}

function lines(fields: string[], value: unknown, words: ValueWords): string[] {
  if (value === undefined || value === null || value === "") return [];
  if (isFields(value)) return named(fields, "", value, words);
  if (!Array.isArray(value)) return [scalar(fields, value, words)];
  const hours = fields.at(-1) === "schedules" ? schedules.safeParse(value).data : undefined;
  if (hours) return formatOpenings(hours.map(({ byday, ...times }) => ({ ...times, byday: byday.join(",") })), words.locale);
  return value.flatMap((item: unknown) => (isFields(item) ? [oneLine(fields, item, words)] : lines(fields, item, words)));
}

/** The parts of a value, each with its name: "Phone: …", "Name (English): …". */
function named(fields: string[], path: string, value: unknown, words: ValueWords): string[] {
  if (!isFields(value)) return lines(fields, value, words).map((line) => `${fieldName(words.t, path, words.locale)}: ${line}`);
  return Object.entries(value).flatMap(([field, part]) => named([...fields, field], path ? `${path}.${field}` : field, part, words));
}

/** One item of a list: a phone or an address on one line; what has texts of its own on several. */
function oneLine(fields: string[], item: Fields, words: ValueWords): string {
  const parts = Object.entries(item).flatMap(([field, part]) => (isFields(part) ? named([...fields, field], field, part, words) : lines([...fields, field], part, words)));
  return parts.join(Object.values(item).some(isFields) ? "\n" : " · ");
}

function scalar(fields: string[], value: unknown, { t, locale, names }: ValueWords): string {
  const text = String(value);
  const [field = "", within = ""] = fields.toReversed();
  if (fields.includes("sources")) return names.get(`sources/${text}`) ?? text;
  const key = `values.${field}.${text}` as ValueKey;
  if (/^[\w-]+$/.test(text) && !(text in {}) && t.has(key)) return t(key);
  if (field === "number") return formatPhone(text);
  if (field === "extension") return `${t("names.extension")} ${text}`;
  if (field === "languages" || (within === "otherLanguages" && field === "code") || field === "confirmed") return languageName(text, locale);
  if (field.endsWith("On") && /^\d{4}(-\d{2}){0,2}$/.test(text) && !Number.isNaN(Date.parse(text))) return formatDate(text, locale);
  if (field === "field") return fieldName(t, text, locale);
  return names.get(`${field.endsWith("Id") ? "records" : field}/${text}`) ?? text;
}
