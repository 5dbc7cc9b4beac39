import { useLocale, useTranslations } from "next-intl";
import { restoreRevision } from "../../actions";
import { changedFieldNames } from "@/components/revision/changedFieldNames";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { Table } from "@/components/staff/Table";
import type { RevisionRow } from "@/data/revisions/read";
import { formatMoment } from "@/lib/moments";

type Props = {
  history: RevisionRow[];
  chosen: { from: number | null; to: number | null };
  people: ReadonlyMap<string, string>;
  timeZone: string;
  /** Of the record now: restoring names it. */
  version: number;
  mayRestore: boolean;
};

/** Every version of a record, the newest first: compare two of them, bring one back. */
export function Versions({ history, chosen, people, timeZone, version, mayRestore }: Props) {
  const [t, words, fields, locale] = [useTranslations("Staff.History"), useTranslations("Staff.Revisions"), useTranslations("Staff.FieldNames"), useLocale()];
  const [newest, second] = history;
  const from = chosen.from ?? second?.number;
  const to = chosen.to ?? newest?.number;
  // By the time of decision: what is hidden while a proposal is open has the higher number.
  const seen = history.filter(({ state }) => state === "approved").reduce<RevisionRow | null>((last, row) => (last && (last.decidedAt ?? 0) >= (row.decidedAt ?? 0) ? last : row), null);
  const names = (ids: string[]) => new Intl.ListFormat(locale).format(ids.map((id) => people.get(id) ?? words("head.somebody")));
  if (history.length === 0) return <p>{t("unknown")}</p>;
  return (
    <>
      <form method="get" id="compare" />
      <p className="hint">{t("compareHint")}</p>
      {mayRestore && <p className="hint">{t("restoreHint")}</p>}
      <Table caption={t("versions")}>
        <thead>
          <tr>
            <th scope="col">{t("version")}</th>
            <th scope="col">{t("from")}</th>
            <th scope="col">{t("to")}</th>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("changed")}</th>
            <th scope="col">{t("words")}</th>
            {mayRestore && <th scope="col">{t("actions")}</th>}
          </tr>
        </thead>
        <tbody>
          {history.map((revision) => (
            <tr key={revision.id}>
              <th scope="row">
                <a href={`/admin/revisions/${revision.id}`}>{revision.number}</a>
              </th>
              {(["from", "to"] as const).map((end) => (
                <td key={end}>
                  <label className="choice">
                    <input type="radio" form="compare" name={end} value={revision.number} defaultChecked={(end === "from" ? from : to) === revision.number} />
                    <span className="sr-only">{t("choose", { column: t(end), number: revision.number })}</span>
                  </label>
                </td>
              ))}
              <td className="nowrap">{formatMoment(revision.submittedAt ?? revision.createdAt, timeZone, locale)}</td>
              <td>{revision.authorIds.length > 0 && revision.origin !== "organization" ? names(revision.authorIds) : words(`origin.${revision.origin}`)}</td>
              <td>
                {revision.id === seen?.id && <strong className="block">{t("current")}</strong>}
                {words(`state.${revision.state}`)}
                {revision.decidedAt && (
                  <span className="soft block">
                    {revision.decidedById && `${names([revision.decidedById])}, `}
                    {formatMoment(revision.decidedAt, timeZone, locale)}
                  </span>
                )}
              </td>
              <td>{revision.changedFields.length > 0 ? changedFieldNames(fields, revision.changedFields, locale).slice(0, 6).join(", ") : t("everything")}</td>
              <td className="lines">{[revision.comment, revision.reason].filter(Boolean).join("\n")}</td>
              {mayRestore && (
                <td>
                  {revision.state === "approved" && revision.id !== seen?.id && (
                    <ActionForm action={restoreRevision}>
                      <ErrorSummary />
                      <input type="hidden" name="id" value={revision.id} />
                      <input type="hidden" name="version" value={version} />
                      <SubmitButton className="link">
                        {t("restore")}
                        <span className="sr-only">: {t("restoreOf", { number: revision.number })}</span>
                      </SubmitButton>
                    </ActionForm>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <button type="submit" form="compare" className="button button-quiet">
        {t("compare")}
      </button>
    </>
  );
}
