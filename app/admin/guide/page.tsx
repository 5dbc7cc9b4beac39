import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { textRow } from "../texts/textRow";
import { TextGroup } from "@/components/textForm/TextGroup";
import { listGuides } from "@/data/staffTexts";
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
  const nameOf = (key: string) => (names.has(key as "right-now") ? names(key as "right-now") : key);
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <p className="soft">{t("intro")}</p>
      {guides.map((guide) => (
        <section key={guide.key} aria-labelledby={guide.key}>
          <h2 id={guide.key}>{nameOf(guide.key)}</h2>
          {guide.chapters.map((chapter) => {
            const own = textRow(actor.role, "Chapter", chapter);
            const rows = chapter.sections.map((section) => textRow(actor.role, "Section", section));
            const links = [...(own.href ? [{ href: own.href, label: t("chapter") }] : []), ...(mayPropose && !own.isNew ? [{ href: `/admin/guide/section/new?chapter=${chapter.id}`, label: t("newSection") }] : [])];
            return <TextGroup key={chapter.id} id={`chapter-${chapter.id}`} own={own} rows={rows} count={t("sections", { count: rows.length })} of={nameOf(guide.key)} links={links} />;
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
