import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { SubmitButton } from "@/components/staff/SubmitButton";

/** One place up or down among its neighbours, at once. */
export function MoveForm({ action, entity, id }: { action: ComponentProps<typeof ActionForm>["action"]; entity: string; id: string }) {
  const t = useTranslations("Staff.TextForm.move");
  return (
    <ActionForm action={action} className="form">
      <ErrorSummary />
      <input type="hidden" name="entity" value={entity} />
      <input type="hidden" name="id" value={id} />
      <p className="hint">{t("hint")}</p>
      <div className="row">
        <SubmitButton quiet name="direction" value="up">
          {t("up")}
        </SubmitButton>
        <SubmitButton quiet name="direction" value="down">
          {t("down")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
