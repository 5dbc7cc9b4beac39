import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { StateChips } from "./StateChips";
import { Table } from "@/components/staff/Table";
import { formatDate } from "@/lib/dates";
import { formatOpenings, type Opening } from "@/lib/hours";
import { formatPhone, telephoneLink } from "@/lib/phones";
import type { ListingState } from "@/lib/staffListingQuery";

export type ListingRow = {
  id: string;
  name: string;
  grade: string;
  cities: string[];
  phones: { number: string; extension: string | null }[];
  website: string | null;
  schedules: Opening[];
  confirmedOn: string | null;
  hidden: boolean;
  conflict: boolean;
  verify: boolean;
  open: "draft" | "submitted" | null;
};

type Props = {
  rows: ListingRow[];
  /** The address that opens the form in a row; null for people who may not change listings. */
  correctPath: ((id: string) => string) | null;
  correction: { id: string; form: ReactNode } | null;
};

/** One row a listing; in one of them the form that corrects what changes soonest. */
export function ListingTable({ rows, correctPath, correction }: Props) {
  const [t, locale] = [useTranslations("Staff.Listings"), useLocale()];
  const columns = ["name", "phone", "hours", "website", "grade", "confirmed"] as const;
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
          {correctPath && (
            <th scope="col" className="act">
              <span className="sr-only">{t("column.correct")}</span>
            </th>
          )}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id} id={`listing-${row.id}`}>
          <tr>
            <th scope="row">
              <a href={`/admin/listings/${row.id}`}>{row.name}</a>
              {row.cities.length > 0 && <span className="block soft">{row.cities.join(", ")}</span>}
              <StateChips states={statesOf(row)} />
            </th>
            <td>
              {row.phones.map((phone) => (
                <a key={phone.number + phone.extension} href={telephoneLink(phone)} className="block nowrap">
                  {formatPhone(phone.number)}
                  {phone.extension && ` ${t("extension", { extension: phone.extension })}`}
                </a>
              ))}
            </td>
            <td>
              {formatOpenings(row.schedules, locale).map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </td>
            <td>
              {row.website && (
                <a href={row.website} rel="noreferrer" target="_blank">
                  {row.website.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
                </a>
              )}
            </td>
            <td>{row.grade}</td>
            <td>{row.confirmedOn ? formatDate(row.confirmedOn, locale) : t("never")}</td>
            {correctPath && (
              <td className="act">
                <a href={correctPath(row.id)} aria-label={t("correctNamed", { name: row.name })}>
                  {t("correct")}
                </a>
              </td>
            )}
          </tr>
          {correction?.id === row.id && (
            <tr>
              <td colSpan={columns.length + 1}>{correction.form}</td>
            </tr>
          )}
        </tbody>
      ))}
    </Table>
  );
}

function statesOf(row: ListingRow): ListingState[] {
  return [
    ...(row.hidden ? (["hidden"] as const) : []),
    ...(row.open ? [row.open === "draft" ? ("draft" as const) : ("waiting" as const)] : []),
    ...(row.conflict ? (["conflict"] as const) : []),
    ...(row.verify ? (["verify"] as const) : []),
  ];
}
