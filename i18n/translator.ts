import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/locales";
import type en from "../messages/en.json";

/** The words of the interface where there is no page: in a route. */
export async function translator(locale: Locale) {
  const messages: typeof en = (await import(`../messages/${locale}.json`)).default;
  return createTranslator({ locale, messages });
}
