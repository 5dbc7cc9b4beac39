"use client";

import { useTranslations } from "next-intl";
import { useFormResult } from "./ActionForm";
import { fieldId } from "./fieldId";
import { useStartValues } from "./StartValues";
import { Table } from "./Table";
import type { FormValues } from "@/lib/formRows";

type Props = {
  id: string;
  /** The version of what the page has just read: what the next save names. */
  version: number;
  /** Where what stands now is shown. */
  href: string;
  /** Where what was typed says something else than what stands now, as people read it. */
  differences: (typed: FormValues, now: FormValues) => { name: string; label: string; mine: string; theirs: string }[];
};

/**
 * Names the record and the version that was read. When somebody else has saved since this person began, it shows both texts
 * side by side: everything typed is still in the form, and the next save counts as made after looking.
 */
export function VersionFields({ id, version, href, differences }: Props) {
  const t = useTranslations("Staff.Form.conflict");
  const now = useStartValues();
  const typed = useFormResult()?.values;
  const isConflict = typed !== undefined && (typed.version?.[0] !== String(version) || typed.compare?.[0] === "1");
  const rows = isConflict ? differences(typed, now) : [];
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
                {rows.map(({ name, label, mine, theirs }) => (
                  <tr key={name}>
                    <th scope="row">
                      <a href={`#${fieldId(name)}`}>{label}</a>
                    </th>
                    <td className="lines">{mine || t("nothing")}</td>
                    <td className="lines">{theirs || t("nothing")}</td>
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
