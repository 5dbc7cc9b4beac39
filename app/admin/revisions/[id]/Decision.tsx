import { useLocale, useTranslations } from "next-intl";
import { approveRevision, rejectRevision, withdrawRevision } from "../actions";
import { formPath } from "@/components/revision/recordPaths";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { SubmitButton } from "@/components/staff/SubmitButton";
import type { Decidable } from "@/data/waiting";
import type { RecordEntity } from "@/lib/documents";
import { languageInSentence } from "@/lib/languageName";
import type { Locale } from "@/lib/locales";

type Props = {
  revision: { id: string; entity: RecordEntity; entityId: string; version: number; state: string };
  decidable: Decidable;
  /** Languages whose text will be older than its English. */
  behind: Locale[];
  /** Did this person write some of it? */
  isOwn: boolean;
  /** May they go on writing it? */
  mayEdit: boolean;
};

/** What one may do with an open proposal. Each form names the version that the person looked at. */
export function Decision({ revision: { id, entity, entityId, version, state }, decidable, behind, isOwn, mayEdit }: Props) {
  const [t, locale] = [useTranslations("Staff.Revisions"), useLocale()];
  const isDraft = state === "draft";
  const hidden = (
    <>
      <ErrorSummary />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <section aria-labelledby="decide" className="card">
      <h2 id="decide">{t("decide")}</h2>
      {!isDraft && <p>{t(`decidable.${decidable}`)}.</p>}
      {!isDraft && decidable === "secondFactor" && (
        <p>
          <a href={`/admin/second-factor?next=/admin/revisions/${id}`}>{t("secondStep")}</a>
        </p>
      )}
      <div className="decisions">
        {!isDraft && decidable === "yes" && (
          <ActionForm action={approveRevision}>
            {hidden}
            <p className="hint">{t("approveHint")}</p>
            {behind.map((language) => (
              <p key={language} className="note">
                {t("behind", { language: languageInSentence(language, locale) })}
              </p>
            ))}
            <SubmitButton>{t("approve")}</SubmitButton>
          </ActionForm>
        )}
        {!isDraft && (decidable === "yes" || decidable === "own") && (
          <ActionForm action={rejectRevision}>
            {hidden}
            <Field as="textarea" name="reason" label={t("rejectReason")} hint={t("rejectHint")} maxLength={2000} rows={3} />
            <SubmitButton className="button button-danger">{t("reject")}</SubmitButton>
          </ActionForm>
        )}
        {mayEdit && (
          <div className="form">
            <p className="hint">{isOwn ? "" : t("amendHint")}</p>
            <a href={formPath(entity, entityId)} className="button button-quiet inline-button">
              {t(isOwn ? "goOn" : "amend")}
            </a>
          </div>
        )}
        {isOwn && (
          <ActionForm action={withdrawRevision}>
            {hidden}
            <p className="hint">{t("withdrawHint")}</p>
            <SubmitButton quiet>{t("withdraw")}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </section>
  );
}
