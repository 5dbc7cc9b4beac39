import { useLocale, useTranslations } from "next-intl";
import { actionName, entityName } from "./auditNames";
import { Detail } from "./Detail";
import { historyPath } from "@/components/revision/recordPaths";
import { Table } from "@/components/staff/Table";
import type { AuditLine } from "@/data/auditLog";
import { isRecordEntity } from "@/lib/documents";
import { formatMoment } from "@/lib/moments";

/** Entries of the log. */
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
