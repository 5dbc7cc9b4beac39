import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/staff/Table";
import type { listImports } from "@/data/imports/read";
import { formatMoment } from "@/lib/moments";

type Props = { imports: Awaited<ReturnType<typeof listImports>>; timeZone: string };

export function ImportTable({ imports, timeZone }: Props) {
  const [t, locale] = [useTranslations("Staff.Imports"), useLocale()];
  if (imports.length === 0) return <p className="soft">{t("none")}</p>;
  return (
    <Table caption={t("earlier")}>
      <thead>
        <tr>
          {(["file", "by", "at", "state", "rows"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {imports.map(({ id, fileName, kind, state, uploadedBy, uploadedAt, counts }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/imports/${id}`}>{fileName}</a> <span className="soft block">{t(`kind.${kind}`)}</span>
            </th>
            <td>{uploadedBy}</td>
            <td className="nowrap">{formatMoment(uploadedAt, timeZone, locale)}</td>
            <td>{t(`state.${state}`)}</td>
            <td>
              {(["new", "changed", "same", "refused", "gone", "expired", "expiring"] as const)
                .flatMap((verdict) => (counts[verdict] ? [t("countOf", { verdict: t(`verdict.${verdict}`), count: counts[verdict] })] : []))
                .join(" · ")}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
