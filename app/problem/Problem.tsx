import { getTranslations } from "next-intl/server";
import { Essentials } from "./Essentials";
import { Logo } from "@/components/ui/Logo";
import { getCity } from "@/data/city";
import { pathTo } from "@/i18n/navigation";
import type { Locale } from "@/lib/locales";

export const problemStatuses = ["400", "404", "503"] as const;

const ways = ["/right-now", "/find-help", "/know-your-rights", "/directives"] as const;

/**
 * What went wrong, in one language, and where to go. It takes its words by locale and not from the request,
 * because two of it may stand on one page.
 */
export async function Problem({ locale, status, only }: { locale: Locale; status: (typeof problemStatuses)[number]; only: boolean }) {
  const t = await getTranslations({ locale, namespace: "Problem" });
  const page = await getTranslations({ locale, namespace: "Page" });
  const city = await getCity(locale);
  const Title = only ? "h1" : "h2";
  return (
    <>
      <main lang={locale} className="mx-auto max-w-[44rem] px-4 pb-28 pt-4">
        <p className="mb-4">
          <a href={pathTo("/", locale)} className="inline-flex min-h-12 items-center gap-2 font-bold text-ink no-underline">
            <Logo />
            {city.siteName}
          </a>
        </p>
        <Title>{t(`${status}.title`)}</Title>
        <p className="mt-2">{t(`${status}.text`)}</p>
        {status === "503" && <Essentials locale={locale} />}
        <h2 className="mt-6">{t("goTo")}</h2>
        <ul role="list" className="mt-3 space-y-3">
          {ways.map((way) => (
            <li key={way}>
              <a href={pathTo(way, locale)} className={`card task ${way === "/right-now" ? "alarm" : ""}`}>
                <b>{page(`pages.${way.slice(1) as "about"}`)}</b>
              </a>
            </li>
          ))}
        </ul>
      </main>
            {only && (
        <p className="exit">
          <a href={city.exitUrl} rel="noopener noreferrer">
            {page("exit")}
            <small>{page("exitLimit")}</small>
          </a>
        </p>
      )}
    </>
  );
}
