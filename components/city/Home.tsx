import { useLocale, useTranslations } from "next-intl";
import { Hotlines } from "@/components/listing/Hotlines";
import type { ListingProps } from "@/components/listing/ListingCard";
import { OtherLanguages } from "@/components/ui/OtherLanguages";
import { Pictogram } from "@/components/ui/Pictogram";
import { StaleNote } from "@/components/ui/StaleNote";
import { pathTo } from "@/i18n/navigation";
import type { Clock } from "@/lib/hours";
import type { TextOf } from "@/lib/texts";

const tasks = [
  { href: "/right-now", words: "rightNow", pictogram: "door", className: "alarm" },
  { href: "/know-your-rights", words: "rights", pictogram: "book", className: "" },
  { href: "/find-help", words: "findHelp", pictogram: "person", className: "" },
  { href: "/directives", words: "directives", pictogram: "city", className: "" },
] as const;

type City = Pick<TextOf<"City">, "directives" | "otherLanguagesNote"> & { stale: boolean; otherLanguages: { code: string; line: string }[]; otherLanguagesUrl: string };

/** The first page: what to do now, whom to call, and where to read on in other languages. */
export function Home({ city, hotlines, clock }: { city: City; hotlines: ListingProps[]; clock: Clock }) {
  const [t, locale] = [useTranslations("Home"), useLocale()];
  return (
    <>
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
      <StaleNote stale={city.stale} />
      <h2 className="mt-8">{t("hotlines")}</h2>
      <Hotlines hotlines={hotlines.slice(0, 2)} clock={clock} noted={city.stale} />
      <p className="mt-3">
        <a href={`${pathTo("/right-now", locale)}#call`} className="inline-flex min-h-11 items-center">
          {t("allHotlines")}
        </a>
      </p>
      <h2 className="mt-8">{t("otherLanguages")}</h2>
      <p className="text-base text-soft">{city.otherLanguagesNote}</p>
      <OtherLanguages lines={city.otherLanguages} url={city.otherLanguagesUrl} />
    </>
  );
}
