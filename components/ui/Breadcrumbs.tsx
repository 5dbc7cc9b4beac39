import { useTranslations } from "next-intl";

export type Crumb = { name: string; path: string };

/** The way from home to this page. The last one is this page. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations("Page");
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label={t("breadcrumbs")} className="no-print mb-2 text-base">
      <ol role="list" className="flex flex-wrap gap-x-2">
        {crumbs.map(({ name, path }, index) => (
          <li key={path} className="flex items-center gap-x-2">
            {index > 0 && <span aria-hidden="true">›</span>}
            <a href={path} aria-current={index === crumbs.length - 1 ? "page" : undefined} className="inline-flex min-h-11 min-w-11 items-center">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
