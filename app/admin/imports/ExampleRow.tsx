import { useLocale, useTranslations } from "next-intl";
import { columnPath } from "./[id]/columnPath";
import { exampleRow } from "./exampleRow";
import { fieldName } from "@/components/revision/fieldName";
import { Table } from "@/components/staff/Table";
import { isListingColumn } from "@/lib/listingColumns";

/** How a row of the template is filled in, a line a column. */
export function ExampleRow() {
  const [t, names, locale] = [useTranslations("Staff.Imports.example"), useTranslations("Staff.FieldNames"), useLocale()];
  return (
    <details className="card fold">
      <summary>{t("title")}</summary>
      <p>{t("lead")}</p>
      <Table caption={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("column")}</th>
            <th scope="col">{t("holds")}</th>
            <th scope="col">{t("cell")}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(exampleRow).map(([column, cell]) => (
            <tr key={column}>
              <th scope="row">
                <code>{column}</code>
              </th>
              <td>{isListingColumn(column) && fieldName(names, columnPath(column), locale)}</td>
              <td>{cell}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
