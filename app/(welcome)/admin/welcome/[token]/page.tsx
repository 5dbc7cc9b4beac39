import { getTranslations } from "next-intl/server";
import { LanguageForm } from "@/app/admin/LanguageForm";
import { openEntrance } from "@/app/admin/openStaffPage";
import { choosePassword } from "@/app/admin/welcome/actions";
import { welcomed, welcomeLocale } from "@/app/admin/welcome/welcomed";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { Notice } from "@/components/staff/Notice";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { TooManyTries } from "@/data/auth/tries";
import { passwordLength } from "@/lib/password";

type Props = { params: Promise<{ token: string }> };

async function open(params: Props["params"]) {
  const { token } = await params;
  const { locale } = await openEntrance("/admin/welcome/[token]", await welcomeLocale(token));
  return { token, locale };
}

export async function generateMetadata({ params }: Props) {
  const { locale } = await open(params);
  const [t, shell] = [await getTranslations({ locale, namespace: "Staff.Welcome" }), await getTranslations({ locale, namespace: "Staff.Shell" })];
  // A layout's own page does not get its template.
  return { title: { absolute: `${t("title")} – ${shell("title")}` } };
}

export default async function WelcomePage({ params }: Props) {
  const { token, locale } = await open(params);
  const [t, password, refusal] = [await getTranslations("Staff.Welcome"), await getTranslations("Staff.Password"), await getTranslations("Staff.Refusal")];
  const person = await welcomed(token);
  if (person === null || person instanceof TooManyTries)
    return (
      <main id="main" className="narrow">
        <h1>{t("title")}</h1>
        <Notice kind="warning">{person ? refusal("tries", { minutes: person.minutes }) : password("link")}</Notice>
      </main>
    );
  return (
    <main id="main" className="narrow">
      <h1>{t("greeting", { name: person.name })}</h1>
      <p>{t("text")}</p>
      <ActionForm action={choosePassword}>
        <ErrorSummary />
        <input type="hidden" name="token" value={token} />
        {/* For password managers: whose password this is. */}
        <input type="hidden" name="username" autoComplete="username" value={person.email} />
        <Field name="password" type="password" label={password("next")} hint={password("hint", passwordLength)} autoComplete="new-password" required />
        <Field name="passwordAgain" type="password" label={password("again")} autoComplete="new-password" required />
        <SubmitButton>{password("submit")}</SubmitButton>
      </ActionForm>
      <LanguageForm locale={locale} token={token} />
    </main>
  );
}
