import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LanguageForm } from "../LanguageForm";
import { openEntrance } from "../openStaffPage";
import { signIn } from "./actions";
import { Demonstration } from "./Demonstration";
import { ActionForm } from "@/components/staff/ActionForm";
import { DoneNotice } from "@/components/staff/DoneNotice";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { Notice } from "@/components/staff/Notice";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { provider } from "@/data/auth/provider";
import { providerFaults } from "@/data/auth/providerSignIn";
import { hasDemonstrationStaff } from "@/data/staff";

export async function generateMetadata() {
  const { locale } = await openEntrance("/admin/sign-in");
  const t = await getTranslations({ locale, namespace: "Staff.SignIn" });
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ done?: string; provider?: string }> }) {
  const { locale, staff } = await openEntrance("/admin/sign-in");
  if (staff) redirect("/admin");
  const t = await getTranslations("Staff.SignIn");
  const { done, provider: answer } = await searchParams;
  const fault = providerFaults.find((name) => name === answer);
  const [city, demonstration] = [provider(), await hasDemonstrationStaff()];
  return (
    <main id="main" className="narrow">
      <h1>{t("title")}</h1>
      {fault && <Notice kind="warning">{t(`provider.${fault}`)}</Notice>}
      {city && (
        <p>
          <a className="button inline-button" href="/admin/auth/start">
            {t("withProvider", { name: city.name })}
          </a>
        </p>
      )}
      <ActionForm action={signIn}>
        <DoneNotice>{done === "signedOut" ? t("signedOut") : done === "password" ? t("passwordChosen") : undefined}</DoneNotice>
        <ErrorSummary />
        <Field name="email" type="email" label={t("email")} autoComplete="username" required maxLength={254} />
        <Field name="password" type="password" label={t("password")} autoComplete="current-password" required maxLength={128} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
      <p className="soft">{t("forgotten")}</p>
      {demonstration && <Demonstration />}
      <LanguageForm locale={locale} />
    </main>
  );
}
