import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Problem, problemStatuses } from "../../Problem";
import { getCity } from "@/data/city";
import { isLocale, locales } from "@/lib/locales";

// Rendered when the site is built, so that they are there when everything else is not. The site process answers
// with them (server/site.ts); nobody else can ask for them. "both" is for addresses that name no language.
export const dynamic = "force-static";
export const dynamicParams = false;

type Props = { params: Promise<{ language: string; status: string }> };

export function generateStaticParams() {
  return [...locales, "both"].flatMap((language) => problemStatuses.map((status) => ({ language, status })));
}

const localesOf = (language: string) => (isLocale(language) ? [language] : [...locales]);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, status } = await params;
  const titles = localesOf(language).map(async (locale) => {
    const t = await getTranslations({ locale, namespace: "Problem" });
    return `${t(`${status as "404"}.title`)} – ${(await getCity(locale)).siteName}`;
  });
  return { title: (await Promise.all(titles)).join(" · "), robots: { index: false } };
}

export default async function ProblemPage({ params }: Props) {
  const { language, status } = await params;
  const known = problemStatuses.find((one) => one === status) ?? "404";
  const chosen = localesOf(language);
  setRequestLocale(chosen[0]!);
  return (
    <>
      {chosen.map((locale) => (
        <Problem key={locale} locale={locale} status={known} only={chosen.length === 1} />
      ))}
    </>
  );
}
