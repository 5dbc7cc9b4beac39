import { useLocale, useTranslations } from "next-intl";
import { Fault } from "./Fault";
import { fieldName } from "@/components/revision/fieldName";
import { formatDate } from "@/lib/dates";
import type { ImportRemark } from "@/lib/importRemarks";

/** What is said of one row, in a sentence. */
export function Remark({ remark }: { remark: Exclude<ImportRemark, { kind: "field" }> }) {
  const [t, names, locale] = [useTranslations("Staff.Imports"), useTranslations("Staff.FieldNames"), useLocale()];
  const valueOf = (field: string, value: string) =>
    value === "" ? t("remark.nothing") : field === "renewalPending" ? names(`values.renewalPending.${value === "true" ? "true" : "false"}`) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, locale) : value;
  switch (remark.kind) {
    case "fault":
      return <Fault fault={remark} />;
    case "cells":
      return t("remark.cells", { expected: remark.expected, found: remark.found });
    case "repeated":
      return t("remark.repeated", { line: remark.line });
    case "ambiguous":
      return t("remark.ambiguous", { slugs: remark.slugs.join(", ") });
    case "open":
      return t.rich("remark.open", { link: (words) => <a href={`/admin/revisions/${remark.revisionId}`}>{words}</a> });
    case "near":
      return t.rich(`remark.near.${remark.because}`, { name: remark.name, link: (words) => <a href={`/admin/listings?q=${encodeURIComponent(remark.name)}`}>{words}</a> });
    case "place":
      return t("remark.place", { place: remark.place, on: formatDate(remark.expiresOn, locale) });
    case "date":
      return t("remark.date", { field: fieldName(names, `recognition.${remark.field}`, locale), ours: valueOf(remark.field, remark.ours), theirs: valueOf(remark.field, remark.theirs) });
    case "expires":
    case "expired":
      return t(`remark.${remark.kind}`, { on: formatDate(remark.on, locale) });
    default:
      return t(`remark.${remark.kind}`);
  }
}
