import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { siteOrigin } from "../siteOrigin";
import { Exit } from "@/components/ui/Exit";
import { Logo } from "@/components/ui/Logo";
import { OtherLanguages } from "@/components/ui/OtherLanguages";
import { getCity } from "@/data/city";
import { pathTo, pathsTo } from "@/i18n/navigation";
import { locales } from "@/lib/locales";

export const dynamic = "force-dynamic";

async function inEveryLanguage() {
  return Promise.all(locales.map(async (locale) => ({ locale, city: await getCity(locale), t: await getTranslations({ locale, namespace: "Choose" }) })));
}

export async function generateMetadata(): Promise<Metadata> {
  const languages = await inEveryLanguage();
  const origin = siteOrigin();
  const paths = pathsTo("/");
  return {
    title: languages.map(({ city }) => city.siteName).join(" · "),
    description: languages.map(({ t, city }) => t("description", { city: city.city })).join(" "),
    alternates: { canonical: `${origin}/`, languages: { ...Object.fromEntries(locales.map((locale) => [locale, origin + paths[locale]])), "x-default": `${origin}/` } },
  };
}

export default async function ChooseLanguage() {
  const languages = await inEveryLanguage();
  const [first] = languages;
  if (!first) throw new Error("No languages are set up.");
  const page = await getTranslations({ locale: first.locale, namespace: "Page" });
  return (
    <>
      <Exit url={first.city.exitUrl} words={{ exit: page("exit"), limit: page("exitLimit") }} />
      <main className="mx-auto max-w-[30rem] px-4 pb-32 pt-8">
        <p className="mb-6 flex items-center gap-3 text-xl font-bold leading-tight">
          <Logo />
          <span>{first.city.city}</span>
        </p>
        <h1 className="sr-only">
          {languages.map(({ locale, t }) => (
            <span key={locale} lang={locale}>
              {t("title")}{" "}
            </span>
          ))}
        </h1>
        {languages.map(({ locale, city, t }) => (
          <section key={locale} lang={locale} className="mb-6">
            <h2>{city.siteName}</h2>
            <p className="mb-3 mt-1 text-soft">{t("description", { city: city.city })}</p>
            <a href={pathTo("/", locale)} hrefLang={locale} className="call justify-center">
              {t("start")}
            </a>
          </section>
        ))}
        <div className="border-t border-edge pt-3">
          <OtherLanguages lines={first.city.otherLanguages} url={first.city.otherLanguagesUrl} />
        </div>
      </main>
    </>
  );
}
