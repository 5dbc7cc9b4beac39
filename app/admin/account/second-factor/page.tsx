import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { beginSecondFactor, removeSecondFactor, renewRecoveryCodes } from "./actions";
import { PendingSecondFactor } from "./PendingSecondFactor";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { Fold } from "@/components/staff/Fold";
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
export default async function OwnSecondFactorPage({ searchParams }: { searchParams: Promise<{ done?: string; next?: string }> }) {
  const { actor } = await openStaffPage(page);
  const [t, words] = [await getTranslations("Staff.SecondFactor"), await getTranslations("Staff.Password")];
  const [factor, withPassword, { done, next }] = await Promise.all([readSecondFactor(actor), hasPassword(actor), searchParams]);
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
          {next && <input type="hidden" name="next" value={next} />}
          {password("beginPassword")}
          <SubmitButton>{t("begin")}</SubmitButton>
        </ActionForm>
      )}
      {factor.state === "pending" && <PendingSecondFactor {...factor} next={next} />}
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
      {factor.state === "on" && (
        <section className="card">
          <h2>{t("remove")}</h2>
          <ActionForm action={removeSecondFactor}>
            <ErrorSummary />
            <p>{t("removeText")}</p>
            {password("removePassword")}
            <SubmitButton className="button button-danger">{t("remove")}</SubmitButton>
          </ActionForm>
        </section>
      )}
      {factor.state === "pending" && (
        <ActionForm action={removeSecondFactor}>
          <Fold summary={t("cancel")}>
            <ErrorSummary />
            <p>{t("removeText")}</p>
            {password("removePassword")}
            <SubmitButton quiet>{t("cancel")}</SubmitButton>
          </Fold>
        </ActionForm>
      )}
    </main>
  );
}
