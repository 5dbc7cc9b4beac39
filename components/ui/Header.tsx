import { useLocale, useTranslations } from "next-intl";
import { Logo } from "./Logo";
import { pathTo } from "@/i18n/navigation";
import { languageName } from "@/lib/languageName";
import { locales, type Locale } from "@/lib/locales";

export function Header({ city, paths }: { city: { siteName: string; city: string }; paths: Record<Locale, string> }) {
  const locale = useLocale();
  const t = useTranslations("Page");
  return (
    <header className="border-b border-edge bg-card">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-2 px-4 py-2">
        <a href={pathTo("/", locale)} className="flex min-h-12 min-w-0 flex-1 items-center gap-2 text-[0.95rem] font-bold leading-[1.15] text-ink no-underline">
          <Logo />
          <span className="min-w-0">
            {city.siteName}
            <br />
            {city.city}
          </span>
        </a>
        <nav aria-label={t("languages")} className="no-print flex gap-2">
          {locales
            .filter((other) => other !== locale)
            .map((other) => (
              <a key={other} href={paths[other]} hrefLang={other} lang={other} className="pill">
                {languageName(other, other)}
              </a>
            ))}
        </nav>
      </div>
    </header>
  );
}
