import { rowsIn, typed, type FormValues } from "./formRows.ts";
import { eachLocale, locales, sourceLocale, type Locale } from "./locales.ts";
import { textFields, type TextField } from "./textFields.ts";

/**
 * The fields of a text as a form has them, all languages together:
 * "text.es.title" · "text.do.0.es" (a row of a list) · "text.say.0.english", "text.say.0.meaning.es", "text.say.0.sounds.es" (a phrase
 * has one English for all) · "text.groups.safety.es" (a line for a key).
 */
export type TextKind = keyof typeof textFields;
type InEachLanguage = Partial<Record<Locale, unknown>>;

const joined = (...steps: (string | number)[]) => steps.filter((step) => step !== "").join(".");
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const at = (value: unknown, path: string): unknown =>
  path === "" ? value : path.split(".").reduce<unknown>((inner, step) => (isObject(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined), value);

/** The names that a field has in the form, for one language. `keys` are the rows or keys of its list. */
function namesOf({ name, kind }: TextField, path: string, locale: Locale, keys: (string | number)[]): string[] {
  const list = joined(path, name);
  if (kind === "items" || kind === "named") return keys.map((key) => joined(list, key, locale));
  if (kind !== "phrases") return [joined(path, locale, name)];
  return keys.flatMap((key) => [...(locale === sourceLocale ? [joined(list, key, "english")] : [joined(list, key, "sounds", locale)]), joined(list, key, "meaning", locale)]);
}

/** The form's fields for a text that is there. */
export function formOfText(kind: TextKind, path: string, text: InEachLanguage): FormValues {
  const values: FormValues = {};
  const put = (name: string, value: unknown) => {
    if (typeof value === "string" && value !== "") values[name] = [value];
  };
  for (const field of textFields[kind])
    for (const locale of locales) {
      const value = at(text[locale], field.name);
      const list = joined(path, field.name);
      if (!isObject(value)) put(joined(path, locale, field.name), value);
      else
        for (const [key, item] of Object.entries(value)) {
          if (!isObject(item)) put(joined(list, key, locale), item);
          else for (const [part, words] of Object.entries(item)) if (part !== "english" || locale === sourceLocale) put(part === "english" ? joined(list, key, part) : joined(list, key, part, locale), words);
        }
    }
  return values;
}

/** The rows of a list that say something in some language, by the numbers that they have in the form. */
function filledRows(values: FormValues, list: string): number[] {
  return rowsIn(Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith(`${list}.`) && typed(values, name))), list);
}

function filledKeys(values: FormValues, list: string): string[] {
  const keys = Object.keys(values).flatMap((name) => (name.startsWith(`${list}.`) && typed(values, name) ? [name.slice(list.length + 1).split(".")[0]!] : []));
  return [...new Set(keys)].filter((key) => /^[a-z0-9-]{1,80}$/.test(key));
}

/**
 * What a form says of a text in every language, as lib/texts.ts is to check it. Rows that say nothing in any language are left out;
 * what one language says and another does not is missing there.
 */
export function textFromForm(values: FormValues, kind: TextKind, path: string): Record<Locale, unknown> {
  return eachLocale((locale) => {
    const text: Record<string, unknown> = {};
    for (const field of textFields[kind]) {
      const value = readField(values, field, path, locale);
      if (field.name === "") return value;
      if (value !== undefined) place(text, field.name.split("."), value);
    }
    return text;
  });
}

function place(text: Record<string, unknown>, [step, ...rest]: string[], value: unknown): void {
  if (rest.length === 0) text[step!] = value;
  else place((text[step!] ??= {}) as Record<string, unknown>, rest, value);
}

function readField(values: FormValues, { name, kind }: TextField, path: string, locale: Locale): unknown {
  const list = joined(path, name);
  switch (kind) {
    case "items":
      return filledRows(values, list).map((row) => typed(values, joined(list, row, locale)));
    case "phrases":
      return filledRows(values, list).map((row) => {
        const said = { english: typed(values, joined(list, row, "english")), meaning: typed(values, joined(list, row, "meaning", locale)) };
        // Whoever does not read English has to be able to say it.
        return locale === sourceLocale ? said : { ...said, sounds: typed(values, joined(list, row, "sounds", locale)) ?? "" };
      });
    case "named":
      return Object.fromEntries(filledKeys(values, list).map((key) => [key, typed(values, joined(list, key, locale)) ?? ""]));
    default:
      return typed(values, joined(path, locale, name));
  }
}

/** The names of the fields of a translation beside this English: nothing else may be sent for it. */
export function translationNames(kind: TextKind, path: string, text: InEachLanguage, locale: Locale): string[] {
  return textFields[kind].flatMap((field) => {
    const english = at(text[sourceLocale], field.name);
    return namesOf(field, path, locale, isObject(english) ? Object.keys(english) : []);
  });
}

/** A text in one language as a translator's form says it. Which rows and keys there are, and the phrases to say, come from the English of the record, whatever was sent. */
export function translationFromForm(values: FormValues, kind: TextKind, path: string, text: InEachLanguage, locale: Locale): unknown {
  const names = new Set(translationNames(kind, path, text, locale));
  const own = Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
  return textFromForm({ ...formOfText(kind, path, { [sourceLocale]: text[sourceLocale] }), ...own }, kind, path)[locale];
}

/** The form's field that a fault of a text is about: "text.es.do.1" → "text.do.3.es", where the fourth row of the form is the second that says something. */
export function fieldOfTextFault(values: FormValues, kind: TextKind, path: string, fault: string): string {
  const [locale = "", ...steps] = fault.slice(path.length + 1).split(".");
  const field = textFields[kind].find(({ name, kind }) => name === steps[0] && ["items", "phrases", "named"].includes(kind));
  if (!field) return fault;
  const list = joined(path, field.name);
  const [, key = "0", part] = steps;
  if (field.kind === "named") return joined(list, key, locale);
  const row = filledRows(values, list)[Number(key)] ?? Number(key);
  return part === "english" ? joined(list, row, part) : joined(list, row, part ?? "", locale);
}

/** The sentences of a text in one language, for measuring how plain it is: without titles, names and phrases in English. */
export function proseOf(values: FormValues, kind: TextKind, path: string, locale: Locale): string {
  const blocks = textFields[kind].flatMap(({ name, kind: fieldKind }) => {
    const list = joined(path, name);
    if (fieldKind === "items") return rowsIn(values, list).map((row) => typed(values, joined(list, row, locale)));
    if (fieldKind === "phrases") return rowsIn(values, list).map((row) => typed(values, joined(list, row, "meaning", locale)));
    return fieldKind === "markdown" || fieldKind === "words" ? [typed(values, joined(path, locale, name))] : [];
  });
  return blocks.flatMap((block) => block ?? []).join("\n\n");
}

export type FormDifference = { name: string; mine: string; theirs: string };

/** Where what somebody typed differs from what stands now, by the names of the second: rows that say nothing and loose spaces are no difference. */
export function formDifferences(mine: FormValues, theirs: FormValues): FormDifference[] {
  const [own, other] = [content(mine), content(theirs)];
  return [...new Set([...own.keys(), ...other.keys()])]
    .map((name) => ({ name, mine: own.get(name) ?? "", theirs: other.get(name) ?? "" }))
    .filter(({ mine, theirs }) => mine !== theirs);
}

/** What is not of the record: how it is saved, and why. */
const aside = /^(id|version|parent|intent|compare|comment|sourceKey|source\..*|\$.*)$/;

/** The fields that say something, with their rows numbered from 0. */
function content(values: FormValues): Map<string, string> {
  const filled = Object.keys(values).filter((name) => !aside.test(name) && values[name]!.some((value) => value.trim()));
  const rows = (list: string) => [...new Set(filled.flatMap((name) => (name.startsWith(`${list}.`) ? [Number.parseInt(name.slice(list.length + 1), 10)] : [])))].sort((a, b) => a - b);
  const numbered = (name: string) => name.replace(/^(.+?)\.(\d{1,4})\./, (_, list: string, row: string) => `${list}.${rows(list).indexOf(Number(row))}.`);
  return new Map(filled.map((name) => [numbered(name), values[name]!.map((value) => value.replace(/\r\n?/g, "\n").trim()).join("\n")]));
}
