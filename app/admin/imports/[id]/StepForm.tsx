import type { ReactNode } from "react";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { SubmitButton } from "@/components/staff/SubmitButton";
import type { FormResult } from "@/lib/formResult";

type Props = {
  action: (last: FormResult | null, formData: FormData) => Promise<FormResult | null>;
  id: string;
  /** What the person looked at. */
  submittedAt?: string | undefined;
  quiet?: boolean;
  children: ReactNode;
};

/** One button that takes an import a step further. */
export function StepForm({ action, id, submittedAt, quiet = false, children }: Props) {
  return (
    <ActionForm action={action}>
      <ErrorSummary />
      <input type="hidden" name="id" value={id} />
      {submittedAt && <input type="hidden" name="submittedAt" value={submittedAt} />}
      <SubmitButton quiet={quiet}>{children}</SubmitButton>
    </ActionForm>
  );
}
