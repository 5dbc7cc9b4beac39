import { useLocale, useTranslations } from "next-intl";
import { fieldName } from "@/components/revision/fieldName";
import type messages from "@/messages/en.json";
import { formatDate } from "@/lib/dates";
import type { ImportRemark } from "@/lib/importRemarks";

type Faults = keyof typeof messages.Staff.Faults;
type OwnFaults = keyof typeof messages.Staff.Imports.fault;

/** What is said of one row, in a sentence. */
export function Remark({ remark }: { remark: Exclude<ImportRemark, { kind: "field" }> }) {
  const [t, faults, names, locale] = [useTranslations("Staff.Imports"), useTranslations("Staff.Faults"), useTranslations("Staff.FieldNames"), useLocale()];
  const isOwn = (reason: string): reason is OwnFaults => t.has(`fault.${reason as OwnFaults}`);
  const isFault = (reason: string): reason is Faults => faults.has(reason as Faults);
  const valueOf = (field: string, value: string) =>
    value === "" ? t("remark.nothing") : field === "renewalPending" ? names(`values.renewalPending.${value === "true" ? "true" : "false"}`) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, locale) : value;
  switch (remark.kind) {
    case "fault":
      return (
        <>
          {remark.column && <code>{remark.column}</code>} {remark.value && t("remark.value", { value: remark.value })}{" "}
          {isOwn(remark.reason) ? t(`fault.${remark.reason}`) : faults(isFault(remark.reason) ? remark.reason : "invalid")}
        </>
      );
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
      return t("remark.expires", { on: formatDate(remark.on, locale) });
    default:
      return t(`remark.${remark.kind}`);
  }
}
