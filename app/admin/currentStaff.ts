import { cache } from "react";
import { cookies, headers } from "next/headers";
import { currentStaff as findStaff } from "@/data/staffSession";
import { isLocale, sourceLocale, type Locale } from "@/lib/locales";

/** Who is signed in; asked once a request. */
export const currentStaff = cache(async () => findStaff(await headers()));

/** The language of the staff area before signing in; set by the form on the sign-in page. */
export const languageCookie = "staff-language";

/**
 * The language of this request: the person's own, else the one chosen on the sign-in page, else the browser's.
 * @param known of the person whose link it is, who is not signed in yet
 */
export const staffLocale = cache(async (known?: string): Promise<Locale> => {
  const [staff, jar, list] = [await currentStaff(), await cookies(), await headers()];
  // Browsers name the languages of their people in order: "es-MX,es;q=0.9,en;q=0.8".
  const browser = (list.get("accept-language") ?? "").split(",").map((tag) => tag.trim().toLowerCase().split(/[-;]/)[0]!);
  return [staff?.locale ?? "", jar.get(languageCookie)?.value ?? "", known ?? "", ...browser].find(isLocale) ?? sourceLocale;
});
