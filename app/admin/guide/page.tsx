import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { textRow } from "../texts/textRow";
import { TextStates } from "@/components/textForm/TextStates";
import { TextTable } from "@/components/textForm/TextTable";
import { WaitingIn } from "@/components/textForm/WaitingIn";
import { listGuides } from "@/data/staffTexts";
import { locales } from "@/lib/locales";
import { has } from "@/lib/permissions";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/guide");
  const t = await getTranslations({ locale, namespace: "Staff.Guide" });
  return { title: t("title") };
}

export default async function GuidePage() {
  const { actor } = await openStaffPage("/admin/guide");
  const [t, names, guides] = [await getTranslations("Staff.Guide"), await getTranslations("Staff.FieldNames.values.guideKey"), await listGuides()];
  const mayPropose = has(actor.role, "texts.propose");
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <p className="soft">{t("intro")}</p>
      {guides.map((guide) => (
        <section key={guide.key} aria-labelledby={guide.key}>
          <h2 id={guide.key}>{names.has(guide.key as "right-now") ? names(guide.key as "right-now") : guide.key}</h2>
          {guide.chapters.map((chapter) => {
            const { href, title, ...states } = textRow(actor.role, "Chapter", chapter);
const rows = chapter.sections.map((section) => textRow(actor.role, "Section", section));
            return (
              <details key={chapter.id} className="fold chapter">
                <summary>
                  <span>
                    {locales.map((locale, index) => (
                      <span key={locale} lang={locale} className={index === 0 ? undefined : "soft"}>
                        {index > 0 && " · "}
                        {title[locale]}
                      </span>
                    ))}{" "}
                    <span className="soft">{t("sections", { count: rows.length })}</span> <WaitingIn rows={[states, ...rows]} />
                  </span>
                </summary>
                {/* A link here unfolds it. */}
                <div id={`chapter-${chapter.id}`}>
<TextStates isNew={states.isNew} hidden={states.hidden} open={states.open} status={states.status} />
</div>
                <ul className="row">
                  {href && (
                    <li>
                      <a href={href}>{t("chapter")}</a>
                    </li>
                  )}
                  {mayPropose && !chapter.isNew && (
                    <li>
                      <a href={`/admin/guide/section/new?chapter=${chapter.id}`}>{t("newSection")}</a>
                    </li>
                  )}
                </ul>
                {rows.length > 0 && <TextTable caption={title.en} rows={rows} />}
              </details>
            );
          })}
          {mayPropose && (
            <p>
              <a href={`/admin/guide/chapter/new?guide=${guide.key}`} className="button button-quiet inline-button">
                {t("newChapter")}
              </a>
            </p>
          )}
        </section>
      ))}
    </main>
  );
}
