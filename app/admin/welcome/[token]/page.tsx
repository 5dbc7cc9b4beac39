import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { LanguageForm } from "../../LanguageForm";
import { openEntrance } from "../../openStaffPage";
import { choosePassword } from "./actions";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { Notice } from "@/components/staff/Notice";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { TooManyTries } from "@/data/auth/tries";
import { readWelcomeLink } from "@/data/auth/welcome";
import { passwordLength } from "@/lib/password";

export async function generateMetadata() {
  const { locale } = await openEntrance("/admin/welcome/[token]");
  const t = await getTranslations({ locale, namespace: "Staff.Welcome" });
  return { title: t("title") };
}

export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  const { locale } = await openEntrance("/admin/welcome/[token]");
  const [t, password, refusal] = [await getTranslations("Staff.Welcome"), await getTranslations("Staff.Password"), await getTranslations("Staff.Refusal")];
  const { token } = await params;
  const person = await readWelcomeLink(await headers(), token).catch((error: unknown) => {
    if (error instanceof TooManyTries) return error;
    throw error;
  });
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
