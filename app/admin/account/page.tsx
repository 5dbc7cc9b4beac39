import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { changePassword, saveAccount } from "./actions";
import { Sessions } from "./Sessions";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { Notice } from "@/components/staff/Notice";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { hasPassword } from "@/data/auth/ownPassword";
import { readSecondFactor } from "@/data/auth/secondFactorSetup";
import { languageName } from "@/lib/languageName";
import { locales } from "@/lib/locales";
import { passwordLength } from "@/lib/password";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/account");
  const t = await getTranslations({ locale, namespace: "Staff.Account" });
  return { title: t("title") };
}

const messages = ["account", "password", "sessions", "secondFactorOff"] as const;

/** One's own account. */
export default async function AccountPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const staff = await openStaffPage("/admin/account");
  const [t, words, { done }] = [await getTranslations("Staff.Account"), await getTranslations("Staff.Password"), await searchParams];
  const [secondFactor, withPassword] = await Promise.all([readSecondFactor(staff.actor), hasPassword(staff.actor)]);
  const message = messages.find((key) => key === done);
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      {message && <Notice>{t(`done.${message}`)}</Notice>}
      <section className="card">
        <h2>{t("about")}</h2>
        <p>{staff.email}</p>
        <ActionForm action={saveAccount}>
          <ErrorSummary />
          <Field name="name" label={t("name")} hint={t("nameHint")} defaultValue={staff.name} autoComplete="name" maxLength={100} required />
          <Field as="select" name="locale" label={t("language")} defaultValue={staff.locale} options={locales.map((code) => ({ value: code, label: languageName(code, code) }))} />
          <SubmitButton>{t("save")}</SubmitButton>
        </ActionForm>
      </section>
      <section className="card">
        <h2>{t("secondFactor")}</h2>
        <p>{t(`secondFactorState.${secondFactor.state}`)}</p>
        {secondFactor.state === "on" && <p>{t("recoveryCodesLeft", { count: secondFactor.recoveryCodesLeft })}</p>}
        <p>
          <a href="/admin/account/second-factor">{t(secondFactor.state === "on" ? "manageSecondFactor" : "setUpSecondFactor")}</a>
        </p>
      </section>
      {withPassword && (
        <section className="card">
          <h2>{words("title")}</h2>
          <ActionForm action={changePassword}>
            <ErrorSummary />
            <input type="hidden" name="username" autoComplete="username" value={staff.email} />
            <Field name="presentPassword" type="password" label={words("present")} autoComplete="current-password" required />
            <Field name="password" type="password" label={words("next")} hint={words("hint", passwordLength)} autoComplete="new-password" required />
            <Field name="passwordAgain" type="password" label={words("again")} autoComplete="new-password" required />
            <SubmitButton>{words("change")}</SubmitButton>
          </ActionForm>
        </section>
      )}
      <Sessions actor={staff.actor} sessionId={staff.sessionId} locale={staff.locale} />
    </main>
  );
}
