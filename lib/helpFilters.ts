import { z } from "zod";
import { needCodes } from "./content.ts";

/**
 * What the address of "find help" may ask: the same names and values in every language.
 * q: words · need: a need's slug · language: BCP 47 · zip: five digits · free=1 · recognized=1 · page
 */
export type HelpFilters = {
  q?: string;
  need?: (typeof needCodes)[number];
  language?: string;
  zip?: string;
  free?: true;
  recognized?: true;
};
export type HelpFilterName = keyof HelpFilters;
export type HelpQuery = { filters: HelpFilters; page: number; faults: (HelpFilterName | "page")[] };

export const longestSearch = 200;

// Control characters (NUL above all, which PostgreSQL refuses) and marks that turn the reading direction mean nothing in
// a search. Joiners (U+200C, U+200D) are part of words in Persian and of emoji.
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;
const search = z
  .string()
  .transform((text) => text.replaceAll("\u00ad", "").replace(invisible, " ").trim())
  .pipe(z.string().max(longestSearch));
const flag = z.literal("1").transform(() => true as const);
// BCP 47 does not care for capitals, the database does: it has codes as they are written, "zh", "zh-Hant", "es-MX".
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z]{2}|-[a-z]{4})?$/i)
  .toLowerCase()
  .transform((code) => code.replace(/-[a-z]{2}$/, (region) => region.toUpperCase()).replace(/-[a-z](?=[a-z]{3}$)/, (first) => first.toUpperCase()));
const fields = {
  q: search,
  need: z.enum(needCodes),
  language,
  zip: z.string().trim().normalize("NFKC").regex(/^\d{5}$/),
  free: flag,
  recognized: flag,
} as const;

/**
 * Reads the query of an address.
 * @param params as Next gives them; a name that stands twice counts once, the last wins
 * @returns the filters that can be used, the page (from 1), and the names of those that cannot be
 */
export function parseHelpQuery(params: Record<string, string | string[] | undefined>): HelpQuery {
  const value = (name: string) => {
    const given = params[name];
    return (Array.isArray(given) ? given.at(-1) : given) || undefined;
  };
  const filters: HelpFilters = {};
  const faults: HelpQuery["faults"] = [];
  for (const [name, schema] of Object.entries(fields) as [HelpFilterName, z.ZodType][]) {
    const given = value(name);
    if (given === undefined) continue;
    const result = schema.safeParse(given);
    if (!result.success) faults.push(name);
    else if (result.data) Object.assign(filters, { [name]: result.data });
  }
  const page = parsePage(value("page") ?? "1");
  if (page === null) faults.push("page");
  return { filters, page: page ?? 1, faults };
}

/** "2" → 2; null where it is no page number (pages are counted from 1). */
export function parsePage(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/** The query string that asks for these filters: "?q=asylum&free=1", or "" for none. */
export function helpQueryString(filters: HelpFilters, page = 1): string {
  const params = new URLSearchParams();
  for (const name of Object.keys(fields) as HelpFilterName[]) {
    const value = filters[name];
    if (value !== undefined) params.set(name, value === true ? "1" : value);
  }
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** Does anything narrow the list? */
export function isFiltered(filters: HelpFilters): boolean {
  return Object.keys(filters).length > 0;
}

/** The same query without a language that no listing speaks: asking for it would only look like an answer. */
export function withKnownLanguage(query: HelpQuery, languages: string[]): HelpQuery {
  const { language, ...others } = query.filters;
  if (!language || languages.includes(language)) return query;
  return { ...query, filters: others, faults: [...query.faults, "language"] };
}
