import { useTranslations } from "next-intl";
import type { VerifyAction } from "./CalledForm";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { SubmitButton } from "@/components/staff/SubmitButton";

/**
 * That one's own confirmation was a mistake.
 * @param action takeBackVerification of app/admin/verification/actions.ts
 * @param id of one of its rows
 * @param about which one, for those who hear one button among many
 * @param next the page of the staff area that comes after
 * @param count of the rows that go with it, where they stand there one by one
 */
export function TakeBackForm({ action, id, about, next, count = 1, className }: { action: VerifyAction; id: string; about: string; next: string; count?: number; className?: string }) {
  const t = useTranslations("Staff.Verification");
  return (
    <ActionForm action={action} className="row">
      <ErrorSummary />
      <input type="hidden" name="verification" value={id} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton quiet className={className}>
        {t("takeBack", { count })}
        <span className="sr-only">: {about}</span>
      </SubmitButton>
    </ActionForm>
  );
}
