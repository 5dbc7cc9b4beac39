import { getTranslations } from "next-intl/server";
import type { Answer } from "../answers";
import type { Duplicate } from "@/data/duplicates";
import type { Locale } from "@/lib/locales";

/** Listings that may be the same, as sentences: "CARECEN, 90005: the same phone number". */
export async function duplicateSentences(duplicates: Duplicate[], locale: Locale): Promise<{ id: string; sentence: string }[]> {
  const t = await getTranslations({ locale, namespace: "Staff.ListingForm.duplicates" });
  return duplicates.map(({ id, name, city, hidden, why }) => ({ id, sentence: `${[name, city].filter(Boolean).join(", ")}: ${t(why)}${hidden ? ` (${t("hidden")})` : ""}` }));
}

export async function duplicateAnswer(duplicates: Duplicate[], locale: Locale): Promise<Answer> {
  const t = await getTranslations({ locale, namespace: "Staff.ListingForm.duplicates" });
  const found = await duplicateSentences(duplicates, locale);
  return { errors: [...found.map(({ id, sentence }) => ({ field: `duplicates.${id}`, message: sentence })), { field: "notDuplicate", message: t("unconfirmed") }] };
}
