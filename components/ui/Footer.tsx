import { useLocale, useTranslations } from "next-intl";
import { pathTo } from "@/i18n/navigation";

const pages = ["/right-now", "/know-your-rights", "/find-help", "/directives", "/about", "/privacy", "/accessibility"] as const;

export function Footer({ siteName }: { siteName: string }) {
  const t = useTranslations("Page");
  const locale = useLocale();
  return (
    <footer className="mt-8 border-t border-edge px-4 pb-32 pt-4">
      <div className="mx-auto max-w-[44rem]">
        <nav aria-label={t("allPages")} className="no-print">
          <ul role="list" className="flex flex-wrap gap-x-5">
            {pages.map((page) => (
              <li key={page}>
                <a href={pathTo(page, locale)} className="inline-flex min-h-11 items-center">
                  {t(`pages.${page.slice(1) as "about"}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="mt-3 text-base text-soft">{t("legal")}</p>
        <p className="mt-2 text-base text-soft">{t("noRecord", { site: siteName })}</p>
      </div>
    </footer>
  );
}
