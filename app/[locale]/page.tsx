import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../openPage";
import { pageMetadata } from "../pageMetadata";
import { Hotlines } from "@/components/listing/Hotlines";
import { OtherLanguages } from "@/components/ui/OtherLanguages";
import { Page } from "@/components/ui/Page";
import { Pictogram } from "@/components/ui/Pictogram";
import { listHotlines } from "@/data/listings";
import { pathTo, pathsTo } from "@/i18n/navigation";
import { clockOf } from "@/lib/hours";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Home");
  return pageMetadata(locale, { ...pathsTo("/"), "x-default": "/" }, { title: city.city, description: t("description", { city: city.city }), siteName: city.siteName });
}

const tasks = [
  { href: "/right-now", words: "rightNow", pictogram: "door", className: "alarm" },
  { href: "/know-your-rights", words: "rights", pictogram: "book", className: "" },
  { href: "/find-help", words: "findHelp", pictogram: "person", className: "" },
  { href: "/directives", words: "directives", pictogram: "city", className: "" },
] as const;

export default async function Home({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Home");
  const hotlines = await listHotlines(locale);
  const clock = clockOf(city.timeZone);
  return (
    <Page city={city} paths={pathsTo("/")}>
      <h1>{t("title")}</h1>
      <p className="mb-4 mt-1 text-soft">{t("lead")}</p>
      <ul role="list" className="space-y-3">
        {tasks.map(({ href, words, pictogram, className }) => (
          <li key={href}>
            <a href={pathTo(href, locale)} className={`card task ${className}`}>
              <Pictogram name={pictogram} />
              <span>
                <b>{t(words)}</b>
                <small>{words === "directives" ? city.directives.hint : t(`${words}Hint`)}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <h2 className="mt-8">{t("hotlines")}</h2>
      <Hotlines hotlines={hotlines.slice(0, 2)} clock={clock} />
      <p className="mt-3">
        <a href={`${pathTo("/right-now", locale)}#call`} className="inline-flex min-h-11 items-center">
          {t("allHotlines")}
        </a>
      </p>
      <h2 className="mt-8">{t("otherLanguages")}</h2>
      <p className="text-base text-soft">{city.otherLanguagesNote}</p>
      <OtherLanguages lines={city.otherLanguages} url={city.otherLanguagesUrl} />
    </Page>
  );
}
