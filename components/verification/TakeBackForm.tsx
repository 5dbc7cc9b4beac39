import { useTranslations } from "next-intl";
import type { VerifyAction } from "./CalledForm";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { SubmitButton } from "@/components/staff/SubmitButton";
import type { VerifiedFacts } from "@/lib/verification";

export type OwnVerification = { id: string; facts: VerifiedFacts[] };

/**
 * That one's own confirmation was a mistake.
 * @param action takeBackVerification of app/admin/verification/actions.ts
 * @param next the page of the staff area that comes after
 */
export function TakeBackForm({ action, own, next }: { action: VerifyAction; own: OwnVerification; next: string }) {
  const t = useTranslations("Staff.Verification");
  return (
    <ActionForm action={action} className="row">
      <ErrorSummary />
      <input type="hidden" name="verification" value={own.id} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton quiet>{t("takeBack", { count: own.facts.length })}</SubmitButton>
    </ActionForm>
  );
}
