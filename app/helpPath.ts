import { pathTo } from "@/i18n/navigation";
import { helpQueryString, isFiltered, type HelpFilters } from "@/lib/helpFilters";
import type { Locale } from "@/lib/locales";

/** The address of one page of "find help": filters stand in the query, the pages of the whole list in the path. */
export function helpPath(locale: Locale, filters: HelpFilters, page = 1): string {
  if (!isFiltered(filters) && page > 1) return pathTo({ pathname: "/find-help/page/[page]", params: { page: String(page) } }, locale);
  return pathTo("/find-help", locale) + helpQueryString(filters, page);
}
