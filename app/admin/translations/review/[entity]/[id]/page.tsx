import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../../../openStaffPage";
import { readRecord } from "../../../../texts/readRecord";
import { textPath } from "../../../../texts/textPath";
import { reviewAsCounsel, reviewAsReader } from "../../../actions";
import { Notice } from "@/components/staff/Notice";
import { ReviewForm } from "@/components/textForm/ReviewForm";
import { TextView } from "@/components/textForm/TextView";
import { SourceList } from "@/components/ui/SourceList";
import { todayInCity } from "@/data/city";
import { canBeReviewed, reviewable, reviewKinds, textToReview, type Reviewable, type ReviewKind } from "@/data/reviews";
import { sourcesOf } from "@/data/sources";
import { formatDate } from "@/lib/dates";
import { languageName } from "@/lib/languageName";
import { locales, type Locale } from "@/lib/locales";
import { has, type Role } from "@/lib/permissions";
import { titleIn } from "@/lib/titleIn";

type Props = { params: Promise<{ entity: string; id: string }>; searchParams: Promise<{ done?: string }> };
const forms = { counsel: { permission: "texts.review", action: reviewAsCounsel }, reader: { permission: "translations.review", action: reviewAsReader } } as const;

async function read({ params }: Props) {
  const { entity: named, id } = await params;
  const entity = reviewable.find((entity) => entity === named);
  if (!entity) notFound();
  const { editing, ...record } = await readRecord(entity, id);
  if (!editing.approved) notFound();
  return { entity, ...record, approved: editing.approved, open: editing.open };
}

export async function generateMetadata(props: Props) {
  const { locale } = await openStaffPage("/admin/translations/review/[entity]/[id]");
  return { title: titleIn((await read(props)).approved, locale) };
}

/** What residents read of one record, in each language, for counsel and native readers to mark. */
export default async function ReviewPage(props: Props) {
  const { actor, locale } = await openStaffPage("/admin/translations/review/[entity]/[id]");
  const { entity, id, approved, open } = await read(props);
  const { done } = await props.searchParams;
  const t = await getTranslations("Staff.Translations");
  const sources = entity === "Chapter" ? [] : ((await sourcesOf(entity, [id])).get(id)?.text ?? []);
  const edit = textPath(actor.role, entity, id, true);
  return (
    <main id="main">
      <p>
        <a href="/admin/translations">{t("back")}</a>
      </p>
      <h1>{titleIn(approved, locale)}</h1>
      {(done === "marked" || done === "withdrawn") && <Notice>{t(`review.${done}`)}</Notice>}
      {open && (
        <Notice kind="warning">
          {t("review.open")} <a href={`/admin/revisions/${open.id}`}>{t("review.openChange")}</a>
        </Notice>
      )}
      {edit && (
        <p>
          <a href={edit}>{t("review.edit")}</a>
        </p>
      )}
      {"quotation" in approved && approved.quotation && <blockquote lang="en">“{approved.quotation}”</blockquote>}
      <div className="both">
        {locales.map((language) => (
          <Text key={language} entity={entity} id={id} language={language} role={actor.role} />
        ))}
      </div>
      {sources.length > 0 && (
        <section aria-labelledby="sources-title">
          <h2 id="sources-title">{t("review.sources")}</h2>
          <SourceList sources={sources} />
        </section>
      )}
    </main>
  );
}

async function Text({ entity, id, language, role }: { entity: Reviewable; id: string; language: Locale; role: Role }) {
  const { locale } = await openStaffPage("/admin/translations/review/[entity]/[id]");
  const t = await getTranslations("Staff.Translations.review");
  const today = await todayInCity();
  const kinds = reviewKinds.filter((kind) => canBeReviewed(kind, language));
  const marks = await Promise.all(kinds.map((kind) => textToReview({ entity, entityId: id, locale: language, kind })));
  const state = (kind: ReviewKind, day: string | null) => (day ? t(`${kind}.done`, { date: formatDate(day, locale) }) : t(`${kind}.waiting`));
  return (
    <section id={language} className="card" aria-labelledby={`title-${language}`}>
      <h2 id={`title-${language}`}>{languageName(language, locale)}</h2>
      {marks[0] && <TextView kind={entity} text={marks[0].text} language={language} />}
      {kinds.map((kind, index) => {
        const mark = marks[index];
        return (
          mark && (
            <div key={kind} className="review">
              <p className={mark.reviewedOn ? "note note-open" : "note"}>{state(kind, mark.reviewedOn)}</p>
              {has(role, forms[kind].permission) && <ReviewForm action={forms[kind].action} entity={entity} id={id} language={language} textHash={mark.hash} reviewedOn={mark.reviewedOn} today={today} />}
            </div>
          )
        );
      })}
    </section>
  );
}
