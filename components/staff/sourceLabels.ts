import type { useTranslations } from "next-intl";
import type { SourceProps } from "@/components/ui/SourceList";
import { formatDate } from "@/lib/dates";

/** The words for sources: useTranslations("Staff.Source"), or getTranslations of the same. */
type SourceWords = ReturnType<typeof useTranslations<"Staff.Source">>;

const hostOf = (url: string | null) => (url && URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : null);

/**
 * What tells sources apart where many have one name: the name, whose site it is, and the dates. Where that is the same too, the whole address and
 * the note on the date.
 * @returns key → label
 */
export function sourceLabels(sources: SourceProps[], t: SourceWords, locale: string): Map<string, string> {
  const label = ({ name, publishedOn, readOn }: SourceProps, address: string | null, note: string | null) => {
    const dates = [publishedOn ? t("dated", { date: formatDate(publishedOn, locale) }) : t("undated"), readOn && t("read", { date: formatDate(readOn, locale) })];
    const known = address && name.toLowerCase().includes(address);
    return `${name} (${[known ? null : address, ...dates, note].filter(Boolean).join("; ")})`;
  };
  const short = sources.map((source) => label(source, hostOf(source.url), null));
  const uses = new Map<string, number>();
  for (const text of short) uses.set(text, (uses.get(text) ?? 0) + 1);
  return new Map(sources.map((source, at) => [source.key, uses.get(short[at]!)! > 1 ? label(source, source.url, source.dateNote) : short[at]!]));
}
