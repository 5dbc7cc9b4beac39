import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openEntrance } from "../openStaffPage";
import { showCode } from "./actions";
import { DemonstrationCode } from "./DemonstrationCode";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { awaitsSecondFactor } from "@/data/auth/secondFactor";

export async function generateMetadata() {
  const { locale } = await openEntrance("/admin/second-factor");
  const t = await getTranslations({ locale, namespace: "Staff.SecondFactor" });
  return { title: t("title") };
}

/** The second step of signing in, and for people who need it now and have not shown it in this session. */
export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ next?: string; with?: string }> }) {
  const { staff } = await openEntrance("/admin/second-factor");
  const t = await getTranslations("Staff.SecondFactor");
  const { next, with: method } = await searchParams;
  const waiting = await awaitsSecondFactor(await headers());
  if (!waiting) {
    if (!staff) redirect("/admin/sign-in");
    if (staff.actor.secondFactor) redirect("/admin");
    return (
      <main id="main" className="narrow">
        <h1>{t("title")}</h1>
        <p>{t("needed")}</p>
        <p>
          <a href={`/admin/account/second-factor${next ? `?${new URLSearchParams({ next })}` : ""}`}>{t("setUp")}</a>
        </p>
      </main>
    );
  }
  const byRecoveryCode = method === "recoveryCode";
  const other = new URLSearchParams({ ...(next ? { next } : {}), ...(byRecoveryCode ? {} : { with: "recoveryCode" }) });
  return (
    <main id="main" className="narrow">
      <h1>{t("title")}</h1>
      {waiting.demonstration && !byRecoveryCode && <DemonstrationCode />}
      <ActionForm action={showCode}>
        <ErrorSummary />
        <input type="hidden" name="method" value={byRecoveryCode ? "recoveryCode" : "totp"} />
        {next && <input type="hidden" name="next" value={next} />}
        {byRecoveryCode ? (
          <Field key="recoveryCode" name="code" label={t("recoveryCode")} hint={t("recoveryCodeHint")} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={30} required />
        ) : (
          <Field key="totp" name="code" label={t("code")} hint={t("codeHint")} inputMode="numeric" autoComplete="one-time-code" maxLength={10} required />
        )}
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
      <p>
        <a href={`/admin/second-factor?${other}`}>{t(byRecoveryCode ? "useCode" : "useRecoveryCode")}</a>
      </p>
    </main>
  );
}
