import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { currentStaff, staffLocale } from "./currentStaff";
import { toSecondFactor } from "./toSecondFactor";
import { staffPages, type StaffPage } from "@/lib/access";
import type { Locale } from "@/lib/locales";
import { may } from "@/lib/permissions";

type Entrance = { [P in StaffPage]: (typeof staffPages)[P] extends "nobody" ? P : never }[StaffPage];

/**
 * What every page of the staff area begins with: who reads it, whether they may, and their language.
 * Leads to signing in, to the second factor or to "no access" where they may not.
 */
export async function openStaffPage(page: Exclude<StaffPage, Entrance>) {
  const staff = await currentStaff();
  if (!staff) redirect("/admin/sign-in");
  const answer = may(staff.actor, staffPages[page]);
  if (answer === "secondFactor") await toSecondFactor();
  if (answer === "role") redirect("/admin/no-access");
  setRequestLocale(staff.locale);
  return staff;
}

/** The same for pages that people see before they are signed in. @param language where the page knows it better */
export async function openEntrance(_page: Entrance, language?: Locale) {
  const locale = language ?? (await staffLocale());
  setRequestLocale(locale);
  return { locale, staff: await currentStaff() };
}
