import { useTranslations } from "next-intl";
import { confirmSecondFactor } from "./actions";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { QrCode } from "@/components/staff/QrCode";
import { SubmitButton } from "@/components/staff/SubmitButton";

/** The three steps of setting up: into the app, recovery codes into the drawer, the first code. */
export function PendingSecondFactor({ uri, secret, recoveryCodes, next }: { uri: string; secret: string; recoveryCodes: string[]; next: string | undefined }) {
  const t = useTranslations("Staff.SecondFactor");
  return (
    <ActionForm action={confirmSecondFactor}>
      <ErrorSummary />
      {next && <input type="hidden" name="next" value={next} />}
      <ol className="steps">
        <li>
          <p>{t("scan")}</p>
          <QrCode text={uri} label={t("picture")} />
          <p>
            {t("typeSecret")} <code>{secret.replace(/.{4}(?=.)/g, "$& ")}</code>
          </p>
        </li>
        <li>
          <p>{t("keepCodes")}</p>
          <ul className="codes">
            {recoveryCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <Field name="code" label={t("code")} hint={t("codeHint")} inputMode="numeric" autoComplete="one-time-code" maxLength={10} required />
        </li>
      </ol>
      <SubmitButton>{t("confirm")}</SubmitButton>
    </ActionForm>
  );
}
