import { useLocale, useTranslations } from "next-intl";
import { actionName, actorName, entityName } from "./auditNames";
import { Detail } from "./Detail";
import { historyPath } from "@/components/revision/recordPaths";
import { Table } from "@/components/staff/Table";
import type { AuditLine } from "@/data/auditLog";
import { isRecordEntity } from "@/lib/documents";
import { formatMoment } from "@/lib/moments";

const rooms = new Map([["StaffMember", "staff"], ["Import", "imports"]]);

/** Where one can look at what an entry is about; null: nowhere. A record that is only proposed has no name yet, but a history. */
function pathOf({ entity, entityId, title }: AuditLine): string | null {
  if (!entity || !entityId) return null;
  if (isRecordEntity(entity)) return historyPath(entity, entityId);
  const room = rooms.get(entity);
  return room && title !== null ? `/admin/${room}/${encodeURIComponent(entityId)}` : null;
}

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
        {lines.map((line) => {
          const { sequence, at, action, entity, entityId, title, detail } = line;
          const [path, kind] = [pathOf(line), entity && entityName(t, words, entity)];
          return (
            <tr key={sequence}>
              <th scope="row">{sequence}</th>
              <td className="nowrap">
                <time dateTime={at.toISOString()}>{formatMoment(at, timeZone, locale)}</time>
              </td>
              <td>{actorName(t, line)}</td>
              <td>{actionName(t, action)}</td>
              <td>
                {entity && entityId && (
                  <>
                    {path ? <a href={path}>{title ?? kind}</a> : (title ?? kind)}
                    {title !== null && <span className="soft block">{kind}</span>}{" "}
                    <a href={`/admin/audit?${new URLSearchParams({ record: entity, id: entityId })}`} className="block">
                      {t("onlyThis")}
                      <span className="sr-only">
                        : {title ?? kind} {sequence}
                      </span>
                    </a>
                  </>
                )}
              </td>
              <td className="lines">
                <Detail action={action} detail={detail} timeZone={timeZone} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
