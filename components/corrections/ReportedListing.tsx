import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { correctionOutcomes, type CorrectionKind } from "@/lib/corrections";
import { formatDate } from "@/lib/dates";
import type { FormResult } from "@/lib/formResult";
import { clockOf } from "@/lib/hours";
import { languageInSentence } from "@/lib/languageName";

type Action = (last: FormResult | null, formData: FormData) => Promise<FormResult | null>;
type Props = {
  listing: { organizationId: string; name: string; hidden: boolean; corrections: { id: string; kind: CorrectionKind; note: string | null; locale: string; receivedAt: Date }[] };
  locale: string;
  timeZone: string;
  handle: Action;
  /** Null: this person may not hide, and is told who may. */
  hide: Action | null;
};

/** Everything that readers told us about one listing, and what can be done about it. A note is text and nothing else. */
export function ReportedListing({ listing: { organizationId, name, hidden, corrections }, locale, timeZone, handle, hide }: Props) {
  const t = useTranslations("Staff.Corrections");
  const harmful = corrections.some(({ kind }) => kind === "asksForMoney");
  return (
    <section className="card" id={`listing-${organizationId}`}>
      <h2>
        {name} {hidden && <span className="note">{t("hidden")}</span>}
      </h2>
      <p className="row">
        <a href={`/admin/listings/${organizationId}`}>{t("edit")}</a>
        <a href={`/admin/verification/${organizationId}`}>{t("confirm")}</a>
      </p>
      <ActionForm action={handle}>
        <ErrorSummary />
        <fieldset>
          <legend>{t("choose")}</legend>
          {corrections.map((correction) => (
            <label key={correction.id} className="choice">
              <input type="checkbox" name="report" value={correction.id} defaultChecked />
              <span>
                <b className={correction.kind === "asksForMoney" ? "error" : undefined}>{t(`kind.${correction.kind}`)}</b> · {formatDate(clockOf(timeZone, correction.receivedAt).today, locale)} ·{" "}
                {t("language", { language: languageInSentence(correction.locale, locale) })}
                <span className="quoted" lang={correction.locale} dir="auto">
                  {correction.note ?? t("noNote")}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="row">
          {correctionOutcomes.map((outcome) => (
            <SubmitButton key={outcome} quiet name="outcome" value={outcome}>
              {t(`outcome.${outcome}`)}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
      {harmful && !hide && !hidden && <p className="note">{t("tellEditor")}</p>}
      {harmful && hide && !hidden && (
        <ActionForm action={hide}>
          <ErrorSummary />
          <input type="hidden" name="id" value={organizationId} />
          <p className="hint">{t("hideText")}</p>
          <SubmitButton className="button button-danger">{t("hide")}</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
