import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { Breadcrumbs, type Crumb } from "./Breadcrumbs";
import { Exit } from "./Exit";
import { Footer } from "./Footer";
import { Header } from "./Header";
import type { Locale } from "@/lib/locales";
import { pathTo } from "@/i18n/navigation";

type PageProps = {
  city: { siteName: string; city: string; exitUrl: string };
  /** The address of this very page in every language. */
  paths: Record<Locale, string>;
  /** From the first page under home to this one; empty on home itself. */
  crumbs?: Crumb[];
  /** Beside the text on a wide screen. */
  wide?: boolean;
  children: ReactNode;
};

/** What every resident page has around its own words. */
export function Page({ city, paths, crumbs = [], wide = false, children }: PageProps) {
  const t = useTranslations("Page");
  const locale = useLocale();
  const width = wide ? "max-w-6xl" : "max-w-[44rem]";
  const trail = crumbs.length > 0 ? [{ name: t("home"), path: pathTo("/", locale) }, ...crumbs] : [];
  return (
    <>
      <a href="#main" className="skip sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-30 focus:bg-card focus:p-3">
        {t("skip")}
      </a>
      <Exit url={city.exitUrl} words={{ exit: t("exit"), limit: t("exitLimit") }} />
      <Header city={city} paths={paths} />
      <main id="main" tabIndex={-1} className={`mx-auto px-4 pb-8 pt-4 outline-none ${width}`}>
        <Breadcrumbs crumbs={trail} />
        {children}
      </main>
      <Footer siteName={city.siteName} />
    </>
  );
}
