import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/staff/Table";
import type { Decision } from "@/data/dashboard";
import { formatMoment } from "@/lib/moments";

/** Decisions about changes: of which record, by whom, when, and why not. */
export function RecentTable({ caption, decisions, timeZone, withReason = false }: { caption: string; decisions: Decision[]; timeZone: string; withReason?: boolean }) {
  const [t, words, locale] = [useTranslations("Staff.Dashboard"), useTranslations("Staff.Revisions"), useLocale()];
  const list = (names: string[]) => new Intl.ListFormat(locale).format(names);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("decision")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("when")}</th>
          {withReason && <th scope="col">{words("reason")}</th>}
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ id, entity, title, state, reason, authors, decider, at }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/revisions/${id}`}>{title}</a>
              <span className="soft block">{words(`entity.${entity}`)}</span>
            </th>
            <td>{words(`state.${state}`)}</td>
            <td>
              {decider}
              {authors.length > 0 && <span className="soft block">{t("wrote", { names: list(authors) })}</span>}
            </td>
            <td className="nowrap">{formatMoment(at, timeZone, locale)}</td>
            {withReason && <td className="lines">{reason ?? (state === "rejected" && <span className="soft">{t("noReason")}</span>)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
