import { useLocale, useTranslations } from "next-intl";
import { SourceList, type SourceProps } from "@/components/ui/SourceList";
import type { RevisionView } from "@/data/revisions/read";
import { formatMoment } from "@/lib/moments";

type Props = { revision: RevisionView; people: ReadonlyMap<string, string>; source: SourceProps | null; timeZone: string };

/** Who proposes a change, why, from which source, and why somebody else has to look. */
export function RevisionHead({ revision, people, source, timeZone }: Props) {
  const [t, locale] = [useTranslations("Staff.Revisions"), useLocale()];
  const { state, origin, authorIds, createdAt, submittedAt, decidedAt, decidedById, comment, reason, sensitive } = revision;
  // What an organization says comes by a link that somebody made.
  const authors = [...(origin === "organization" ? [t("origin.organization")] : []), ...authorIds.map((id) => people.get(id) ?? t("head.somebody"))];
  const date = (moment: Date) => formatMoment(moment, timeZone, locale);
  const isOpen = state === "draft" || state === "submitted";
  return (
    <>
      <p>
        {t("head.by", { names: authors.length > 0 ? new Intl.ListFormat(locale).format(authors) : t(`origin.${origin}`) })}
        {", "}
        {submittedAt ? t("head.sent", { date: date(submittedAt) }) : t("head.begun", { date: date(createdAt) })}
      </p>
      {decidedAt && <p>{t("head.decided", { state: t(`state.${state}`), name: decidedById ? (people.get(decidedById) ?? t("head.somebody")) : t("head.itself"), date: date(decidedAt) })}</p>}
      <dl className="facts">
        {reason && (
          <div>
            <dt>{t("reason")}</dt>
            <dd className="lines">{reason}</dd>
          </div>
        )}
        <div>
          <dt>{t("comment")}</dt>
          <dd className="lines">{comment ?? <span className="soft">{t("noComment")}</span>}</dd>
        </div>
        <div>
          <dt>{t("source")}</dt>
          <dd>{source ? <SourceList sources={[source]} /> : <span className="soft">{t("noSource")}</span>}</dd>
        </div>
        {isOpen && (
          <div>
            <dt>{t("why")}</dt>
            <dd>
              {sensitive.length > 0 ? (
                <ul>
                  {sensitive.map((kind) => (
                    <li key={kind}>{t(`sensitive.${kind}`)}</li>
                  ))}
                </ul>
              ) : (
                t("whyNot")
              )}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
