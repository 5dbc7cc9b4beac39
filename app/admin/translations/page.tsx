import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { reviewPath, translationPath } from "../texts/textPath";
import { Table } from "@/components/staff/Table";
import type { TextPlace } from "@/data/textPlaces";
import { canBeReviewed, listUnreviewed, type ReviewKind } from "@/data/reviews";
import { listTranslationsDue } from "@/data/translationQueue";
import { languageName } from "@/lib/languageName";
import { isLocale, locales, sourceLocale, type Locale } from "@/lib/locales";
import { has, type Role } from "@/lib/permissions";

const views = ["due", "counsel", "reader"] as const;

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/translations");
  const t = await getTranslations({ locale, namespace: "Staff.Translations" });
  return { title: t("title") };
}

/** What waits for translators, for counsel, and for native readers; each language by itself. */
export default async function TranslationsPage({ searchParams }: { searchParams: Promise<{ view?: string | string[]; in?: string | string[] }> }) {
  const { actor, locale } = await openStaffPage("/admin/translations");
  const query = await searchParams;
  const view = views.find((view) => view === query.view) ?? (has(actor.role, "texts.review") ? "counsel" : "due");
  const languages = locales.filter((language) => (view === "due" ? language !== sourceLocale : canBeReviewed(view, language)));
  const asked = typeof query.in === "string" && isLocale(query.in) ? query.in : undefined;
  const language = languages.find((one) => one === asked) ?? languages[0]!;
  const t = await getTranslations("Staff.Translations");
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <nav aria-label={t("views")}>
        <ul className="row">
          {views.map((one) => (
            <li key={one}>
              <a href={`/admin/translations?view=${one}`} className="chip" aria-current={one === view ? "page" : undefined}>
                {t(`view.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {languages.length > 1 && (
        <nav aria-label={t("languages")}>
          <ul className="row">
            {languages.map((one) => (
              <li key={one}>
                <a href={`/admin/translations?view=${view}&in=${one}`} className="chip" aria-current={one === language ? "page" : undefined}>
                  {languageName(one, locale)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p className="soft">{t(`about.${view}`)}</p>
      {view === "due" ? <Due language={language} role={actor.role} locale={locale} /> : <Unreviewed kind={view} language={language} locale={locale} />}
    </main>
  );
}

async function Due({ language, role, locale }: { language: Locale; role: Role; locale: Locale }) {
  const [t, kinds] = [await getTranslations("Staff.Translations"), await getTranslations("Staff.Revisions.entity")];
  const { rows, total } = await listTranslationsDue(language, locale);
  if (rows.length === 0) return <p className="card">{t("nothing.due")}</p>;
  return (
    <>
      <p>{t("count", { count: total })}</p>
      <Table caption={t("view.due")}>
        <thead>
          <tr>
            <th scope="col">{t("text")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("why")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ entity, id, title, place, stale, gaps, hidden, open }) => (
            <tr key={`${entity}/${id}`}>
              <th scope="row">
                {has(role, "translations.propose") ? <a href={`${translationPath(entity, id)}?into=${language}`}>{title}</a> : title}
                <Place place={place} />
              </th>
              <td>{kinds(entity)}</td>
              <td>
                <ul className="states">
                  {stale && <li className="note">{t("stale")}</li>}
                  {gaps && <li className="note">{t("gaps")}</li>}
                  {open && (
                    <li className="plain">
                      <a href={`/admin/revisions/${open.id}`}>{t(`open.${open.state}`)}</a>
                    </li>
                  )}
                  {hidden && <li className="plain">{t("hidden")}</li>}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

async function Unreviewed({ kind, language, locale }: { kind: ReviewKind; language: Locale; locale: Locale }) {
  const [t, kinds] = [await getTranslations("Staff.Translations"), await getTranslations("Staff.Revisions.entity")];
  const rows = await listUnreviewed(language, kind, locale);
  if (rows.length === 0) return <p className="card">{t(`nothing.${kind}`)}</p>;
  return (
    <>
      <p>{t("count", { count: rows.length })}</p>
      <Table caption={t(`view.${kind}`)}>
        <thead>
          <tr>
            <th scope="col">{t("text")}</th>
            <th scope="col">{t("kind")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ entity, id, title, place }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${reviewPath(entity, id)}#${language}`}>{title}</a>
                <Place place={place} />
              </th>
              <td>{kinds(entity)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

/** The guide and chapter, or the act: many texts have one title. */
async function Place({ place }: { place: TextPlace | null }) {
  const names = await getTranslations("Staff.FieldNames.values.guideKey");
  const guide = place?.guideKey && (names.has(place.guideKey as "right-now") ? names(place.guideKey as "right-now") : place.guideKey);
  return place && <span className="soft block">{[guide, place.title].filter(Boolean).join(" · ")}</span>;
}
