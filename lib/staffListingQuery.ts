import { z } from "zod";
import { listingFile, needCodes } from "./content.ts";
import { longestSearch, parsePage } from "./helpFilters.ts";
import { isStorable } from "./texts.ts";

/** What stands out about a listing. verify: its facts are due to be confirmed. conflict: its sources disagree. waiting, draft: somebody's change is open. */
export const listingStates = ["verify", "conflict", "waiting", "draft", "hidden"] as const;
export type ListingState = (typeof listingStates)[number];

/** confirmed: the longest unconfirmed first. changed: the latest change first. */
export const listingOrders = ["name", "grade", "confirmed", "changed"] as const;

const text = z.string().trim().max(longestSearch).refine(isStorable);
const fields = {
  q: text,
  city: text,
  need: z.enum(needCodes),
  grade: listingFile.shape.grade,
  kind: listingFile.shape.kind,
  state: z.enum(listingStates),
  sort: z.enum(listingOrders),
} as const;

/** What the address of the table of listings may ask. */
export type StaffListingQuery = { [Name in keyof typeof fields]?: z.output<(typeof fields)[Name]> } & { page: number };
type Name = keyof typeof fields;

/**
 * Reads the query of an address.
 * @param params as Next gives them; a name that stands twice counts once, the last wins
 * @returns what can be used, and the names of what cannot be
 */
export function parseStaffListingQuery(params: Record<string, string | string[] | undefined>): { query: StaffListingQuery; faults: (Name | "page")[] } {
  const value = (name: string) => [params[name]].flat().at(-1) || undefined;
  const query: StaffListingQuery = { page: 1 };
  const faults: (Name | "page")[] = [];
  for (const [name, schema] of Object.entries(fields) as [Name, z.ZodType][]) {
    const given = value(name);
    if (given === undefined) continue;
    const result = schema.safeParse(given);
    if (!result.success) faults.push(name);
    else if (result.data) Object.assign(query, { [name]: result.data });
  }
  const page = parsePage(value("page") ?? "1");
  if (page === null) faults.push("page");
  return { query: { ...query, page: page ?? 1 }, faults };
}

/** The query string that asks for this: "?q=carecen&state=verify", or "" for the whole table. */
export function staffListingQueryString({ page, ...query }: StaffListingQuery): string {
  const params = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text ? `?${text}` : "";
}
