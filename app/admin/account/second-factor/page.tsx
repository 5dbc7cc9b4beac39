import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { beginSecondFactor, removeSecondFactor, renewRecoveryCodes } from "./actions";
import { PendingSecondFactor } from "./PendingSecondFactor";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { Notice } from "@/components/staff/Notice";
import { ShownOnce } from "@/components/staff/ShownOnce";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { hasPassword } from "@/data/auth/ownPassword";
import { readSecondFactor } from "@/data/auth/secondFactorSetup";

const page = "/admin/account/second-factor";

export async function generateMetadata() {
  const { locale } = await openStaffPage(page);
  const t = await getTranslations({ locale, namespace: "Staff.SecondFactor" });
  return { title: t("title") };
}

/** Setting up one's own second factor, new recovery codes, turning it off. */
export default async function OwnSecondFactorPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { actor } = await openStaffPage(page);
  const [t, words] = [await getTranslations("Staff.SecondFactor"), await getTranslations("Staff.Password")];
  const [factor, withPassword, { done }] = await Promise.all([readSecondFactor(actor), hasPassword(actor), searchParams]);
  if (factor.state === "on" && !actor.secondFactor) redirect(`/admin/second-factor?next=${page}`);
  // People who come by the provider have none.
  const password = (field: string) => withPassword && <Field name={field} type="password" label={words("present")} autoComplete="current-password" required />;
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      {factor.state === "off" && (
        <ActionForm action={beginSecondFactor}>
          <p>{t("what")}</p>
          <ErrorSummary />
          {password("beginPassword")}
          <SubmitButton>{t("begin")}</SubmitButton>
        </ActionForm>
      )}
      {factor.state === "pending" && <PendingSecondFactor {...factor} />}
      {factor.state === "on" && (
        <>
          {done === "on" && <Notice>{t("on")}</Notice>}
          <p>{t("left", { count: factor.recoveryCodesLeft })}</p>
          <section className="card">
            <h2>{t("renew")}</h2>
            <ActionForm action={renewRecoveryCodes}>
              <ErrorSummary />
              <ShownOnce>
                <p>{t("newCodes")}</p>
              </ShownOnce>
              <p>{t("renewText")}</p>
              {password("renewPassword")}
              <SubmitButton>{t("renew")}</SubmitButton>
            </ActionForm>
          </section>
        </>
      )}
      {factor.state !== "off" && (
        <section className="card">
          <h2>{t(factor.state === "on" ? "remove" : "cancel")}</h2>
          <ActionForm action={removeSecondFactor}>
            <ErrorSummary />
            <p>{t("removeText")}</p>
            {password("removePassword")}
            <SubmitButton quiet className={factor.state === "on" ? "button button-danger" : undefined}>
              {t(factor.state === "on" ? "remove" : "cancel")}
            </SubmitButton>
          </ActionForm>
        </section>
      )}
    </main>
  );
}
