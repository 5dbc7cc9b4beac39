"use client";

import { useLocale, useTranslations } from "next-intl";
import { formFieldName } from "./formFieldName";
import { useStartValues } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { fieldId } from "@/components/staff/fieldId";
import { Table } from "@/components/staff/Table";
import { formDifferences } from "@/lib/textForm";

type Props = {
  id: string;
  /** The version of what the page has just read: what the next save names. */
  version: number;
  /** Where what stands now is shown. */
  href: string;
};

/**
 * Names the record and the version that was read. When somebody else has saved since this person began, it shows both texts
 * side by side: everything typed is still in the form, and the next save counts as made after looking.
 */
export function BothTexts({ id, version, href }: Props) {
  const t = useTranslations("Staff.TextForm.conflict");
  const names = useTranslations("Staff.FieldNames");
  const locale = useLocale();
  const now = useStartValues();
  const typed = useFormResult()?.values;
  const isConflict = typed !== undefined && (typed.version?.[0] !== String(version) || typed.compare?.[0] === "1");
  const rows = isConflict ? formDifferences(typed, now) : [];
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {isConflict && (
        <section className="card">
          <input type="hidden" name="compare" value="1" />
          <h2>{t("title")}</h2>
          <p>{t(rows.length > 0 ? "text" : "same")}</p>
          {rows.length > 0 && (
            <Table caption={t("title")}>
              <thead>
                <tr>
                  <th scope="col">{t("field")}</th>
                  <th scope="col">{t("yours")}</th>
                  <th scope="col">{t("theirs")}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, mine, theirs }) => (
                  <tr key={name}>
                    <th scope="row">
                      <a href={`#${fieldId(name)}`}>{formFieldName(names, name, locale)}</a>
                    </th>
                    <td>
                      <span className="quoted">{mine || t("nothing")}</span>
                    </td>
                    <td>
                      <span className="quoted">{theirs || t("nothing")}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
          <p>
            <a href={href}>{t("takeTheirs")}</a>
          </p>
        </section>
      )}
    </>
  );
}
