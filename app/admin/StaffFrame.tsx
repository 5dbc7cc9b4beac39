import type { ReactNode } from "react";
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { signOut } from "./actions";
import { currentStaff } from "./currentStaff";
import { StaffHeader } from "@/components/staff/StaffHeader";
import { hasDemonstrationStaff } from "@/data/staff";
import type { Locale } from "@/lib/locales";
import "./staff.css";

export async function frameMetadata(locale: Locale): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: "Staff.Shell" });
  // same-origin: without it forms that are sent without scripts carry no origin, and are refused.
  return { title: { template: `%s – ${t("title")}`, default: t("title") }, robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** The frame of the staff area, in one language. */
export async function StaffFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [staff, demonstration] = await Promise.all([currentStaff(), hasDemonstrationStaff()]);
  setRequestLocale(locale);
  const t = await getTranslations("Staff.Shell");
  const { Staff } = await getMessages();
  return (
    <html lang={locale}>
      <body className="staff">
        {demonstration && <aside className="demonstration">{t("demonstration")}</aside>}
        <NextIntlClientProvider locale={locale} messages={{ Staff }}>
          <StaffHeader
            person={staff && { name: staff.name, role: staff.actor.role }}
            signOut={
              <form action={signOut}>
                <button type="submit" className="link">
                  {t("signOut")}
                </button>
              </form>
            }
          />
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
