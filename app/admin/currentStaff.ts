import { cache } from "react";
import { cookies, headers } from "next/headers";
import { currentStaff as findStaff } from "@/data/staffSession";
import { isLocale, sourceLocale, type Locale } from "@/lib/locales";

/** Who is signed in; asked once a request. */
export const currentStaff = cache(async () => findStaff(await headers()));

/** The language of the staff area before signing in; set by the form on the sign-in page. */
export const languageCookie = "staff-language";

/** The language of this request: the person's own, or the one chosen on the sign-in page. */
export const staffLocale = cache(async (): Promise<Locale> => {
  const staff = await currentStaff();
  const chosen = staff?.locale ?? (await cookies()).get(languageCookie)?.value ?? "";
  return isLocale(chosen) ? chosen : sourceLocale;
});
