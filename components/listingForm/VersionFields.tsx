"use client";

import { useLocale, useTranslations } from "next-intl";
import { useStartValues } from "@/components/staff/StartValues";
import { useFormResult } from "@/components/staff/ActionForm";
import { fieldId } from "@/components/staff/fieldId";
import { fieldName } from "@/components/revision/fieldName";
import { linesOf } from "@/components/revision/linesOf";
import { Table } from "@/components/staff/Table";
import { formatDays } from "@/lib/hours";
import { formDifferences } from "@/lib/listingForm";

type Props = {
  id: string;
  /** The version of what the page has just read: what the next save names. */
  version: number;
  /** Where what stands now is shown. */
  href: string;
  /** What people call the needs, by code. */
  needs?: { code: string; name: string }[];
};

/**
 * Names the listing and the version that was read. When somebody else has saved since this person began, it shows both
 * texts side by side: everything typed is still in the form, and the next save counts as made after looking.
 */
export function VersionFields({ id, version, href, needs = [] }: Props) {
  const t = useTranslations("Staff.ListingForm");
  const names = useTranslations("Staff.FieldNames");
  const locale = useLocale();
  const theirs = useStartValues();
  const typed = useFormResult()?.values;
  const isConflict = typed !== undefined && (typed.version?.[0] !== String(version) || typed.compare?.[0] === "1");
  const words = { t: names, locale, names: new Map(needs.map(({ code, name }) => [`needs/${code}`, name])) };
  const shown = (name: string, values: string[]) => {
    const lines = name.endsWith(".byday") && values.length > 0 ? [formatDays(values.join(","), locale)] : values.flatMap((value) => linesOf(name, value, words));
    return lines.join("\n") || t("conflict.nothing");
  };
  const differences = isConflict ? formDifferences(typed, theirs) : [];
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {isConflict && (
        <section className="card">
          <input type="hidden" name="compare" value="1" />
          <h2>{t("conflict.title")}</h2>
          <p>{t("conflict.text")}</p>
          {differences.length === 0 ? (
            <p>{t("conflict.same")}</p>
          ) : (
            <Table caption={t("conflict.title")}>
              <thead>
                <tr>
                  <th scope="col">{t("conflict.field")}</th>
                  <th scope="col">{t("conflict.yours")}</th>
                  <th scope="col">{t("conflict.theirs")}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ name, mine, theirs }) => (
                  <tr key={name}>
                    <th scope="row">
                      <a href={`#${fieldId(name)}`}>{fieldName(names, name, locale)}</a>
                    </th>
                    <td className="lines">{shown(name, mine)}</td>
                    <td className="lines">{shown(name, theirs)}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
          <p>
            <a href={href}>{t("conflict.takeTheirs")}</a>
          </p>
        </section>
      )}
    </>
  );
}
