import { getTranslations } from "next-intl/server";
import type { MailOutcome } from "@/data/mail";
import type { Locale } from "@/lib/locales";

/** What is told beside a link about the mail that should bring it; nothing where no mail server is configured. */
export async function mailSentence(outcome: MailOutcome, email: string, locale: Locale): Promise<{ told?: string }> {
  if (outcome === "noServer") return {};
  const t = await getTranslations({ locale, namespace: "Staff.Mail" });
  return { told: t(outcome, { email }) };
}
