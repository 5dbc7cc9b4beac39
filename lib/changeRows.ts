import { changesBetween, type Change } from "./changes.ts";
import { isLocale, locales, type Locale } from "./locales.ts";

export type Side = { locale: Locale | null; before: unknown; after: unknown };
/** One changed field; where it has a text in each language all of them stand side by side, and "*" stands for the language in its path. */
export type ChangeRow = { path: string; sides: Side[] };

type Fields = { [field: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isLanguage = (field: string, within: string) => isLocale(field) && (within === "text" || within === "slug");

/** A part that came or went whole is told field by field. */
function spread(change: Change): Change[] {
  const { path, before, after } = change;
  const partial = (before === undefined && isFields(after)) || (after === undefined && isFields(before));
  if (!partial) return [change];
  const parts = changesBetween(before ?? {}, after ?? {}).flatMap((inner) => spread({ ...inner, path: `${path}.${inner.path}` }));
  return parts.length > 0 ? parts : [change];
}

function valueAt(document: unknown, path: string[]): unknown {
  return path.reduce<unknown>((value, field) => {
    if (Array.isArray(value)) return value[Number(field)];
    return isFields(value) && Object.hasOwn(value, field) ? value[field] : undefined;
  }, document);
}

/**
 * How two documents differ, a row a field, in the order of their fields, sources last; the languages of one text make one row.
 * @param before null: the record is new, and all of it is told
 */
export function changeRows(before: object | null, after: object): ChangeRow[] {
  const rows = new Map<string, ChangeRow>();
  for (const { path, ...values } of changesBetween(before ?? {}, after).flatMap(spread)) {
    const fields = path.split(".");
    // Which fact was read where is one question.
    if (fields[0] === "sources" && fields.length > 1) {
      const [from, to] = [valueAt(before, ["sources"]), valueAt(after, ["sources"])];
      rows.set("sources", { path: "sources", sides: [{ locale: null, before: from, after: to }] });
      continue;
    }
    const at = fields.findIndex((field, index) => isLanguage(field, fields[index - 1] ?? ""));
    const shared = at < 0 ? path : fields.with(at, "*").join(".");
    if (rows.has(shared)) continue;
    const sides = at < 0 ? [{ locale: null, ...values }] : locales.map((locale) => ({ locale, before: valueAt(before, fields.with(at, locale)), after: valueAt(after, fields.with(at, locale)) }));
    rows.set(shared, { path: shared, sides });
  }
  // What is said comes before where it was read.
  const all = [...rows.values()];
  return [...all.filter(({ path }) => path !== "sources"), ...all.filter(({ path }) => path === "sources")];
}
