import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Fold } from "@/components/staff/Fold";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { SubmitButton } from "@/components/staff/SubmitButton";

/** hide: out of residents' sight at once. show: a proposal that somebody else has to approve. */
export function HideForm({ kind, action, id, version }: { kind: "hide" | "show"; action: ComponentProps<typeof ActionForm>["action"]; id: string; version: number }) {
  const t = useTranslations("Staff.Listings");
  return (
    <ActionForm action={action}>
      <Fold summary={t(kind)}>
        <ErrorSummary />
        <p>{t(`${kind}Text`)}</p>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Field name={kind === "hide" ? "reason" : "comment"} label={t(`${kind}Reason`)} as="textarea" rows={2} maxLength={2000} />
        <SubmitButton className="button button-danger">{t(kind)}</SubmitButton>
      </Fold>
    </ActionForm>
  );
}
