import { getTranslations } from "next-intl/server";
import { formFieldName } from "@/components/textForm/formFieldName";
import type { Fault } from "@/lib/faults";
import type { FormError } from "@/lib/formResult";
import type { Locale } from "@/lib/locales";

/** Faults of a document as sentences beside the fields of its form, each field once and by its name. */
export async function faultAnswer(faults: Fault[], fieldOf: (path: string) => string, locale: Locale): Promise<{ errors: FormError[] }> {
  const [t, sentence, names] = [
    await getTranslations({ locale, namespace: "Staff.TextForm" }),
    await getTranslations({ locale, namespace: "Staff.Faults" }),
    await getTranslations({ locale, namespace: "Staff.FieldNames" }),
  ];
  // Keys and addresses are made from titles: what is wrong with the title itself is said first.
  const derived = (path: string) => /^(key|slug)\b/.test(path);
  const found = faults.map(({ path, code }) => ({ field: fieldOf(path), path, code })).sort((a, b) => Number(derived(a.path)) - Number(derived(b.path)));
  return {
    errors: found
      .filter(({ field }, index) => found.findIndex((other) => other.field === field) === index)
      .map(({ field, path, code }) => {
        if (path === "source" && code === "required") return { field, message: t("source.needed") };
        if (path === "sources" && code === "required") return { field, message: t("source.atLeastOne") };
        const name = field.startsWith("newSource.") ? t(`source.${field.slice("newSource.".length) as "name"}`) : field.startsWith("newGroup.") ? t("newGroup") : formFieldName(names, field, locale);
        return { field, message: `${name}: ${derived(path) ? t(code === "taken" ? "taken" : "noLetters") : sentence(code)}` };
      }),
  };
}
