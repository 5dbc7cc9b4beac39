import { useTranslations } from "next-intl";
import { SeenFields } from "./SeenFields";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { SubmitButton } from "@/components/staff/SubmitButton";
import type { FormResult } from "@/lib/formResult";
import type { FactsHashes } from "@/lib/verification";

export type VerifyAction = (last: FormResult | null, formData: FormData) => Promise<FormResult | null>;

/**
 * "I called, it is right", in one tap.
 * @param action verifyListing of app/admin/verification/actions.ts
 * @param name of the listing, for those who hear one button among many
 * @param seen the facts that stand on the page, as hashes
 * @param next the page of the staff area that comes after
 */
export function CalledForm({ action, id, name, seen, next, phones = true }: { action: VerifyAction; id: string; name: string; seen: FactsHashes; next: string; phones?: boolean }) {
  const t = useTranslations("Staff.Verification");
  return (
    <ActionForm action={action} className="row">
      <ErrorSummary />
      <SeenFields id={id} seen={seen} next={next} />
      <input type="hidden" name="method" value="call" />
      {phones && (
        <SubmitButton name="facts" value="phones">
          {t("calledPhones")}
          <span className="sr-only">: {name}</span>
        </SubmitButton>
      )}
      <SubmitButton quiet name="facts" value="all">
        {t("calledAll")}
        <span className="sr-only">: {name}</span>
      </SubmitButton>
    </ActionForm>
  );
}
