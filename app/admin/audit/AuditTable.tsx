import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { actionName, entityName } from "./auditNames";
import { changedFieldNames } from "@/components/revision/changedFieldNames";
import { historyPath } from "@/components/revision/recordPaths";
import { Table } from "@/components/staff/Table";
import type { AuditLine } from "@/data/auditLog";
import { isRecordEntity } from "@/lib/documents";
import { formatMoment } from "@/lib/moments";

/** Entries of the log. Their details stand as they were written. */
export function AuditTable({ lines, timeZone }: { lines: AuditLine[]; timeZone: string }) {
  const [t, words, locale] = [useTranslations("Staff.Audit"), useTranslations("Staff.Revisions"), useLocale()];
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <th scope="col">{t("number")}</th>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("record")}</th>
          <th scope="col">{t("detail")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ sequence, at, actorId, name, action, entity, entityId, detail }) => (
          <tr key={sequence}>
            <th scope="row">{sequence}</th>
            <td className="nowrap">
              <time dateTime={at.toISOString()}>{formatMoment(at, timeZone, locale)}</time>
            </td>
            <td>{name ?? t(actorId ? "somebody" : "itself")}</td>
            <td>{actionName(t, action)}</td>
            <td>
              {entity && entityId && (
                <>
                  {isRecordEntity(entity) ? <a href={historyPath(entity, entityId)}>{entityName(t, words, entity)}</a> : entityName(t, words, entity)}{" "}
                  <a href={`/admin/audit?${new URLSearchParams({ record: entity, id: entityId })}`} className="block">
                    {t("onlyThis")}
                    <span className="sr-only">
                      : {entityName(t, words, entity)} {sequence}
                    </span>
                  </a>
                </>
              )}
            </td>
            <td className="lines">
              <Detail detail={detail} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const ofRevision = z.looseObject({ revisionId: z.string().optional(), changedFields: z.array(z.string()).optional() });

/** A change is linked and its fields are named; the rest stands as it was written. */
function Detail({ detail }: { detail: unknown }) {
  const [t, fields, locale] = [useTranslations("Staff.Audit"), useTranslations("Staff.FieldNames"), useLocale()];
  const known = ofRevision.safeParse(detail);
  if (!known.success) return JSON.stringify(detail);
  const { revisionId, changedFields, ...rest } = known.data;
  return (
    <>
      {revisionId && (
        <a href={`/admin/revisions/${encodeURIComponent(revisionId)}`} className="block">
          {t("change")}
        </a>
      )}
      {changedFields && changedFieldNames(fields, changedFields, locale).join(", ")}
      {Object.entries(rest)
        .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
        .join("\n")}
    </>
  );
}
