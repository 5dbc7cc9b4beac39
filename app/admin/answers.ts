import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { formFieldName } from "@/components/textForm/formFieldName";
import type { Fault } from "@/lib/faults";
import type { FormError } from "@/lib/formResult";
import type { Locale } from "@/lib/locales";

export type Answer = { errors: FormError[] };
const words = (locale: Locale) => getTranslations({ locale, namespace: "Staff.Form" });

/** For a form whose hidden fields are not ours, or a record that is gone. */
export async function brokenAnswer(locale: Locale): Promise<Answer> {
  return { errors: [{ message: (await words(locale))("broken") }] };
}

/** Somebody else has saved: the page reads again what stands now, and shows both. */
export async function conflictAnswer(locale: Locale): Promise<Answer> {
  refresh();
  return { errors: [{ message: (await words(locale))("conflict.happened") }] };
}

/** Faults of a document as sentences beside the fields of its form, each field once and by its name: several phones look alike. */
export async function faultAnswer(faults: Fault[], fieldOf: (path: string) => string, locale: Locale): Promise<Answer> {
  const [t, sentence, names] = [await words(locale), await getTranslations({ locale, namespace: "Staff.Faults" }), await getTranslations({ locale, namespace: "Staff.FieldNames" })];
  // Keys and addresses are made from titles: what is wrong with the title itself is said first.
  const derived = (path: string) => /^(key|slug)\b/.test(path);
  const found = faults.map(({ path, code }) => ({ field: fieldOf(path), path, code })).sort((a, b) => Number(derived(a.path)) - Number(derived(b.path)));
  return {
    errors: found
      .filter(({ field }, index) => found.findIndex((other) => other.field === field) === index)
      .map(({ field, path, code }) => {
        if (path === "source" && code === "required") return { field, message: t("sourceNeeded") };
        if (path === "sources" && code === "required") return { field, message: t("sourceAtLeastOne") };
        const name = formFieldName(names, field.replace(/^newGroup\..*/, "newGroup"), locale);
        return { field, message: `${name}: ${derived(path) ? t(code === "taken" ? "taken" : "noLetters") : sentence(code)}` };
      }),
  };
}
