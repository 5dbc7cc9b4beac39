import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { SubmitButton } from "@/components/staff/SubmitButton";

type Props = { action: ComponentProps<typeof ActionForm>["action"]; entity: string; id: string; language: string; textHash: string; reviewedOn: string | null; today: string };

/** "I have read this text: it is right", with the day; and its taking back. */
export function ReviewForm({ action, entity, id, language, textHash, reviewedOn, today }: Props) {
  const t = useTranslations("Staff.Translations.review");
  return (
    <ActionForm action={action}>
      <ErrorSummary />
      <input type="hidden" name="entity" value={entity} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="textHash" value={textHash} />
      {reviewedOn ? (
        <SubmitButton quiet name="intent" value="withdraw">
          {t("withdraw")}
        </SubmitButton>
      ) : (
        <>
          <Field type="date" name={`reviewedOn.${language}`} label={t("day")} defaultValue={today} max={today} />
          <SubmitButton name="intent" value="mark">
            {t("mark")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
