import { useTranslations } from "next-intl";
import type { VerifyAction } from "./CalledForm";
import { SeenFields } from "./SeenFields";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { fieldId } from "@/components/staff/fieldId";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { daysAfter } from "@/lib/dates";
import { daysCounted, verificationMethods, verifiedFacts, type FactsHashes } from "@/lib/verification";

/** What was confirmed, how and on which day. @param today in the city */
export function VerifyForm({ action, id, seen, next, today, phones = true }: { action: VerifyAction; id: string; seen: FactsHashes; next: string; today: string; phones?: boolean }) {
  const t = useTranslations("Staff.Verification");
  const choices = verifiedFacts.filter((kind) => phones || kind !== "phones");
  return (
    <ActionForm action={action}>
      <ErrorSummary />
      <SeenFields id={id} seen={seen} next={next} />
      <fieldset>
        <legend>{t("what")}</legend>
        {choices.map((kind, index) => (
          <label key={kind} className="choice">
            <input type="checkbox" name="facts" value={kind} defaultChecked={index === 0} id={index === 0 ? fieldId("facts") : undefined} />
            {t(kind)}
          </label>
        ))}
      </fieldset>
      <Field as="select" name="method" label={t("method")} defaultValue="call" options={verificationMethods.map((value) => ({ value, label: t(`methods.${value}`) }))} />
      <Field type="date" name="verifiedOn" label={t("date")} hint={t("dateHint")} defaultValue={today} min={daysAfter(today, -daysCounted.rest)} max={today} required />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
