import { useTranslations } from "next-intl";
import { isFiltered, type HelpQuery } from "@/lib/helpFilters";

type Result = { hits: unknown[]; confirmed: number; unknown: number; match: "all" | "similar" | "some"; words: string[] };
type Props = { query: HelpQuery; result: Result; countLimit: number; nearKnown: boolean; firstPage: string };

/** What was found, in one line, and what could not be used of the search. */
export function HelpSummary({ query: { filters, faults, page }, result, countLimit, nearKnown, firstPage }: Props) {
  const t = useTranslations("FindHelp");
  const { confirmed, unknown, match, words } = result;
  const total = confirmed + unknown;
  // Only words narrow the list; the other filters sort it, because unknown is not no.
  const sorted = Boolean(filters.need || filters.language || filters.free || filters.recognized);
  const isCapped = isFiltered(filters) && confirmed >= countLimit;
  const count = isCapped
    ? t("matchingMany", { count: countLimit })
    : sorted
      ? [t("matching", { count: confirmed }), unknown > 0 && t("unknown", { count: unknown })].filter(Boolean).join(" · ")
      : t("all", { count: total });
  return (
    <div className="mt-6">
      {faults.length > 0 && (
        <div id="faults" className="note mb-3">
          <p className="font-bold">{t("fault.title")}</p>
          <ul className="list-disc ps-6">
            {faults.map((name) => (
              <li key={name}>{t(`fault.${name}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {!nearKnown && <p className="note mb-3">{t("farZip", { zip: filters.zip ?? "" })}</p>}
      {total > 0 && match === "similar" && <p className="note mb-3">{t("similar", { words: words.join(", ") })}</p>}
      {total > 0 && match === "some" && <p className="note mb-3">{t("some")}</p>}
      {total === 0 ? (
        <>
          <h2>{filters.q ? t("none", { query: filters.q }) : t("noneFiltered")}</h2>
          <p>{t("noneHint")}</p>
        </>
      ) : result.hits.length === 0 ? (
        <>
          <h2>{t("noPage", { page })}</h2>
          <p>
            <a href={firstPage} className="inline-flex min-h-11 items-center">
              {t("firstPage")}
            </a>
          </p>
        </>
      ) : (
        <h2>{count}</h2>
      )}
    </div>
  );
}
