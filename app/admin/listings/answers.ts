import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { fieldName } from "@/components/revision/fieldName";
import type { Duplicate } from "@/data/duplicates";
import type { Fault } from "@/lib/faults";
import type { FormError } from "@/lib/formResult";
import type { FormValues } from "@/lib/formRows";
import { fieldOfFault } from "@/lib/listingForm";
import type { Locale } from "@/lib/locales";

type Answer = { errors: FormError[] };

/** Faults as sentences beside their fields, each named: several phones look alike. */
export async function faultAnswer(faults: Fault[], values: FormValues, locale: Locale): Promise<Answer> {
  const t = await getTranslations({ locale, namespace: "Staff.ListingForm" });
  const [names, sentence] = [await getTranslations({ locale, namespace: "Staff.FieldNames" }), await getTranslations({ locale, namespace: "Staff.Faults" })];
  return {
    errors: faults.map((fault) => {
      const field = fieldOfFault(values, fault);
      if (field === "sourceKey" && fault.code === "required") return { field, message: t("sourceNeeded") };
      return { field, message: `${fieldName(names, field, locale)}: ${sentence(fault.code)}` };
    }),
  };
}

/** Somebody else has saved: the page reads again what stands now, and shows both. */
export async function conflictAnswer(locale: Locale): Promise<Answer> {
  const t = await getTranslations({ locale, namespace: "Staff.ListingForm" });
  refresh();
  return { errors: [{ message: t("conflict.happened") }] };
}

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

/** For a form whose hidden fields are not ours, or a listing that is gone. */
export async function brokenAnswer(locale: Locale): Promise<Answer> {
  const t = await getTranslations({ locale, namespace: "Staff.ListingForm" });
  return { errors: [{ message: t("broken") }] };
}
