import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Problem, problemStatuses } from "../../Problem";
import { Exit } from "@/components/ui/Exit";
import { getCity } from "@/data/city";
import { pathTo } from "@/i18n/navigation";
import { languageName } from "@/lib/languageName";
import { isLocale, locales, sourceLocale } from "@/lib/locales";

// The site process asks for them again and again, so that it has them when everything else is gone
// (server/problemPages.ts); nobody else can ask for them. "both" is for addresses that name no language.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ language: string; status: string }> };

const localesOf = (language: string) => (isLocale(language) ? [language] : [...locales]);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, status } = await params;
  const titles = localesOf(language).map(async (locale) => {
    const t = await getTranslations({ locale, namespace: "Problem" });
    return `${t(`${status as "404"}.title`)} – ${(await getCity(locale)).siteName}`;
  });
  const t = await getTranslations({ locale: localesOf(language)[0] ?? sourceLocale, namespace: "Problem" });
  return { title: (await Promise.all(titles)).join(" · "), description: t(`${status as "404"}.text`), robots: { index: false } };
}

export default async function ProblemPage({ params }: Props) {
  const { language, status } = await params;
  const known = problemStatuses.find((one) => one === status) ?? "404";
  const chosen = localesOf(language);
  const [first = sourceLocale] = chosen;
  const t = await getTranslations({ locale: first, namespace: "Page" });
  const city = await getCity(first);
  const others = locales.filter((locale) => !chosen.includes(locale));
  return (
    <>
      <a href="#main" className="skip sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-30 focus:bg-card focus:p-3">
        {t("skip")}
      </a>
      <Exit url={city.exitUrl} words={{ exit: t("exit"), limit: t("exitLimit") }} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-[44rem] px-4 pb-28 pt-4 outline-none">
        {others.map((locale) => (
          <p key={locale} className="text-end">
            <a href={pathTo("/", locale)} hrefLang={locale} lang={locale} className="pill">
              {languageName(locale, locale)}
            </a>
          </p>
        ))}
        {chosen.map((locale) => (
          <Problem key={locale} locale={locale} status={known} />
        ))}
      </main>
    </>
  );
}
