import { useLocale, useTranslations } from "next-intl";
import { Remark } from "./Remark";
import { ShortChange } from "./ShortChange";
import { changedFieldNames } from "@/components/revision/changedFieldNames";
import { Table } from "@/components/staff/Table";
import type { ImportView, listImportRows } from "@/data/imports/read";
import type { Change } from "@/lib/changes";
import { withWholeAddresses } from "@/lib/importRemarks";

type Row = Awaited<ReturnType<typeof listImportRows>>[number];

type Props = {
  job: ImportView;
  rows: Row[];
  /** Line → what it changes in short fields, value for value. */
  shortChanges: ReadonlyMap<number, Change[]>;
};

/** What the dry run says of each row. */
export function RowTable({ job, rows, shortChanges }: Props) {
  const t = useTranslations("Staff.Imports");
  return (
    <Table caption={t("rows.title")}>
      <thead>
        <tr>
          {(["line", "name", "verdict", "remarks"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`rows.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.line}>
            <td>{row.verdict === "gone" ? "–" : row.line}</td>
            <th scope="row">{nameOf(job, row)}</th>
            <td>{t(`verdict.${row.verdict}`)}</td>
            <td>
              <Remarks row={row} changes={shortChanges.get(row.line) ?? []} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Leads to what would change; a row of the roster to the listing itself, which somebody then corrects by hand. */
function nameOf({ id, kind, state }: ImportView, { line, verdict, organizationId, name }: Row) {
  if (kind === "dojRoster") return organizationId ? <a href={`/admin/listings/${organizationId}`}>{name}</a> : verdict === "new" ? <a href={`/admin/listings/new?name=${encodeURIComponent(name)}`}>{name}</a> : name;
  if (verdict === "new" || verdict === "changed") return state === "applied" ? <a href={`/admin/listings/${organizationId}`}>{name}</a> : <a href={`/admin/imports/${id}/${line}`}>{name}</a>;
  return organizationId ? <a href={`/admin/listings/${organizationId}`}>{name}</a> : name;
}

function Remarks({ row: { remarks }, changes }: { row: Row; changes: Change[] }) {
  const [names, locale] = [useTranslations("Staff.FieldNames"), useLocale()];
  const isShown = (path: string) => path.startsWith("sources") || changes.some((change) => change.path === path);
  const fields = changedFieldNames(names, remarks.flatMap((remark) => (remark.kind === "field" && !isShown(remark.path) ? remark.path : [])), locale);
  const others = withWholeAddresses(remarks).flatMap((remark) => (remark.kind === "field" ? [] : remark));
  return (
    <>
      {changes.map((change) => (
        <p key={change.path}>
          <ShortChange change={change} />
        </p>
      ))}
      {fields.length > 0 && <p>{fields.join(", ")}</p>}
      {others.length > 0 && (
        <ul className={others.length > 1 ? "lines" : undefined}>
          {others.map((remark, place) => (
            <li key={place}>
              <Remark remark={remark} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
