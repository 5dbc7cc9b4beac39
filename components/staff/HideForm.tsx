import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "./ActionForm";
import { ErrorSummary } from "./ErrorSummary";
import { Field } from "./Field";
import { Fold } from "./Fold";
import { SubmitButton } from "./SubmitButton";

type Props = { action: ComponentProps<typeof ActionForm>["action"]; entity: string; id: string } & ({ kind: "hide" } | { kind: "show"; version: number });

/** hide: out of residents' sight at once. show: a proposal that somebody else has to approve. */
export function HideForm({ action, entity, id, ...which }: Props) {
  const t = useTranslations("Staff.Form");
  const { kind } = which;
  return (
    <ActionForm action={action}>
      <Fold summary={t(`${kind}.title`)}>
        <ErrorSummary />
        <p>{t(`${kind}.text`)}</p>
        <input type="hidden" name="entity" value={entity} />
        <input type="hidden" name="id" value={id} />
        {which.kind === "show" && <input type="hidden" name="version" value={which.version} />}
        <Field as="textarea" name="reason" label={t(`${kind}.reason`)} rows={2} maxLength={2000} />
        <SubmitButton className="button button-danger">{t(`${kind}.title`)}</SubmitButton>
      </Fold>
    </ActionForm>
  );
}
