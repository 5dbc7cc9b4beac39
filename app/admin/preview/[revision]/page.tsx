import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { openStaffPage } from "../../openStaffPage";
import { Notice } from "@/components/staff/Notice";
import { getCity } from "@/data/city";
import { markOf } from "@/data/preview";
import { getRevision } from "@/data/revisions/read";
import { cityPages, cityPagesOf } from "@/lib/cityPages";
import { languageInSentence, languageName } from "@/lib/languageName";
import { locales } from "@/lib/locales";
import { endOf, formatMoment } from "@/lib/moments";
import { titleIn } from "@/lib/titleIn";

type Props = { params: Promise<{ revision: string }>; searchParams: Promise<Record<string, unknown>> };
const asked = z.object({ locale: z.enum(locales).nullable().catch(null), on: z.string().nullable().catch(null), at: z.string().min(1).nullable().catch(null) });

async function open(params: Props["params"]) {
  const staff = await openStaffPage("/admin/preview/[revision]");
  const revision = await getRevision((await params).revision);
  if (!revision) notFound();
  const t = await getTranslations({ locale: staff.locale, namespace: "Staff.Preview" });
  return { ...staff, t, revision, title: t("title", { name: titleIn(revision.document, staff.locale) }) };
}

export async function generateMetadata({ params }: Props) {
  return { title: (await open(params)).title };
}

/** One version of a record as residents would see it, phone-sized, in each language. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { t, locale, revision, title } = await open(params);
  const { on, at, locale: only } = asked.parse(await searchParams);
  const { timeZone } = await getCity(locale);
  const moment = on ? endOf(on, at, timeZone) : null;
  const then = moment && on ? { on, ...(at ? { at } : {}) } : {};
  const query = (more: Record<string, string>) => `?${new URLSearchParams({ ...then, ...more })}`;
  const names = await getTranslations("Page");
  // Settings of the city stand on several pages. Of a proposal those are asked for where something is new, of a day all.
  const pages = revision.entity === "City" ? (moment ? cityPages : cityPagesOf(revision.changedFields)) : [null];
  const languages = locales.filter((language) => !only || language === only);
  const marks = new Map(await Promise.all(languages.map(async (language) => [language, await markOf(revision.document, language)] as const)));
  return (
    <main id="main">
      <h1>{title}</h1>
      <p>{t("hint")}</p>
      {moment && <Notice kind="warning">{t("past", { date: formatMoment(moment, timeZone, locale) })}</Notice>}
      <nav aria-label={t("choose")} className="row">
        <a href={query({})} className="chip" aria-current={only ? undefined : "true"}>
          {t("both")}
        </a>
        {locales.map((language) => (
          <a key={language} href={query({ locale: language })} className="chip" aria-current={only === language ? "true" : undefined}>
            {t("only", { language: languageInSentence(language, locale) })}
          </a>
        ))}
        <a href={`/admin/revisions/${revision.id}`}>{t("back")}</a>
      </nav>
      {pages.map((page) => {
        const name = page && `${page === "home" ? names("home") : names(`pages.${page}`)}: `;
        return (
          <div key={page} className="phones">
            {languages.map((language) => (
              <section key={language} className="stack">
                <h2>
                  {name}
                  {languageName(language, locale)}
                </h2>
                <iframe
                  src={`/admin/preview/frame/${language}/${revision.id}${query(page ? { page } : {})}${marks.get(language)}`}
                  title={(name ?? "") + t("frame", { language: languageInSentence(language, locale) })}
                  width={360}
                  height={740}
                  loading="lazy"
                />
              </section>
            ))}
          </div>
        );
      })}
    </main>
  );
}
