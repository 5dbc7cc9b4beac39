import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/dates";

export type SourceProps = { key: string; name: string; url: string | null; publishedOn: string | null; readOn: string | null; dateNote: string | null };

/** Where something was read, and when. Names of sources stay as they are, in English. */
export function SourceList({ sources }: { sources: SourceProps[] }) {
  const t = useTranslations("HowWeKnow");
  const locale = useLocale();
  return (
    <ul className="list-disc ps-6 text-base">
      {sources.map(({ key, name, url, publishedOn, readOn, dateNote }) => (
        <li key={key}>
          <span lang="en">
            {url ? (
              <a href={url} rel="noopener noreferrer">
                {name}
              </a>
            ) : (
              name
            )}
          </span>
          {" ("}
          {[publishedOn ? t("dated", { date: formatDate(publishedOn, locale) }) : t("undated"), readOn && t("read", { date: formatDate(readOn, locale) })]
            .filter(Boolean)
            .join("; ")}
          {dateNote && (
            <>
              {"; "}
              <span lang="en">{dateNote}</span>
            </>
          )}
          {")"}
        </li>
      ))}
    </ul>
  );
}
