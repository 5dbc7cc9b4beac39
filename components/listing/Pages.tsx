import { useTranslations } from "next-intl";

/** The pages of a list: before, this one, next. */
export function Pages({ page, count, path }: { page: number; count: number; path: (page: number) => string }) {
  const t = useTranslations("FindHelp");
  if (count <= 1) return null;
  const shown = Array.from({ length: count }, (_, index) => index + 1).filter((number) => number === 1 || number === count || Math.abs(number - page) <= 1);
  return (
    <nav aria-label={t("pages")} className="no-print mt-6">
      <ul role="list" className="flex flex-wrap gap-2">
        {page > 1 && (
          <li>
            <a href={path(page - 1)} rel="prev" className="chip">
              {t("previous")}
            </a>
          </li>
        )}
        {shown.map((number, index) => (
          <li key={number} className="flex gap-2">
            {index > 0 && number - shown[index - 1]! > 1 && <span aria-hidden="true">…</span>}
            <a href={path(number)} aria-current={number === page ? "page" : undefined} aria-label={t("page", { page: number })} className="chip tabular-nums">
              {number}
            </a>
          </li>
        ))}
        {page < count && (
          <li>
            <a href={path(page + 1)} rel="next" className="chip">
              {t("next")}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
