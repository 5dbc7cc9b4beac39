import { getTranslations } from "next-intl/server";
import { Essentials } from "./Essentials";
import { Logo } from "@/components/ui/Logo";
import { getCity } from "@/data/city";
import { pathTo } from "@/i18n/navigation";
import type { Locale } from "@/lib/locales";

export const problemStatuses = ["400", "404", "413", "503"] as const;
export type ProblemStatus = (typeof problemStatuses)[number];

const ways = ["/right-now", "/know-your-rights", "/find-help", "/directives"] as const;

/**
 * What went wrong, in one language, and where to go. It takes its words by locale and not from the request,
 * because two of it may stand on one page.
 */
export async function Problem({ locale, status }: { locale: Locale; status: ProblemStatus }) {
  const t = await getTranslations({ locale, namespace: "Problem" });
  const page = await getTranslations({ locale, namespace: "Page" });
  const city = await getCity(locale);
  return (
    <section lang={locale} className="mb-10">
      <p className="mb-4">
        <a href={pathTo("/", locale)} className="inline-flex min-h-12 items-center gap-2 font-bold text-ink no-underline">
          <Logo />
          {city.siteName}
        </a>
      </p>
      <h1>{t(`${status}.title`)}</h1>
      <p className="mt-2">{t(`${status}.text`)}</p>
      {status === "503" && (
        <p className="mt-2">
          {/* An empty address is the one that was asked for. */}
          <a href="" className="inline-flex min-h-11 items-center">
            {t("again")}
          </a>
        </p>
      )}
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
    </section>
  );
}
