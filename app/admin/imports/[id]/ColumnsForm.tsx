import { useLocale, useTranslations } from "next-intl";
import { checkImport } from "../actions";
import { columnPath } from "./columnPath";
import { fieldName } from "@/components/revision/fieldName";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { SubmitButton } from "@/components/staff/SubmitButton";
import type { FileColumn } from "@/data/imports/upload";
import type { ColumnPlan } from "@/lib/importFile";
import { listingColumns } from "@/lib/listingColumns";

/** Which column of the file is which of the template. An HSDS file has none to choose. */
export function ColumnsForm({ id, columns, chosen }: { id: string; columns: FileColumn[]; chosen: ColumnPlan }) {
  const [t, names, locale] = [useTranslations("Staff.Imports"), useTranslations("Staff.FieldNames"), useLocale()];
  const options = [{ value: "", label: t("columns.leaveOut") }, ...listingColumns.map((column) => ({ value: column, label: `${fieldName(names, columnPath(column), locale)} (${column})` }))];
  return (
    <ActionForm action={checkImport}>
      <ErrorSummary />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="columns" value={columns.length} />
      {columns.length > 0 && <p>{t("columns.lead", { known: chosen.filter(Boolean).length, all: columns.length })}</p>}
      <div className="languages">
        {columns.map(({ header, example }, place) => (
          <Field key={place} as="select" name={`column.${place}`} label={header || t("columns.unnamed", { number: place + 1 })} hint={example && t("columns.example", { example })} options={options} defaultValue={chosen[place] ?? ""} />
        ))}
      </div>
      <SubmitButton>{t("columns.check")}</SubmitButton>
    </ActionForm>
  );
}
