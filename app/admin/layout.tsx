import type { ReactNode } from "react";
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { signOut } from "./actions";
import { currentStaff, staffLocale } from "./currentStaff";
import { StaffHeader } from "@/components/staff/StaffHeader";
import { hasDemonstrationStaff } from "@/data/staff";
import "./staff.css";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await staffLocale(), namespace: "Staff.Shell" });
  // same-origin: without it forms that are sent without scripts carry no origin, and are refused.
  return { title: { template: `%s – ${t("title")}`, default: t("title") }, robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** The frame of the staff area, in the language of the person who is signed in. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const [staff, locale, demonstration] = await Promise.all([currentStaff(), staffLocale(), hasDemonstrationStaff()]);
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
