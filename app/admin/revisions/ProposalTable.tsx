import { useLocale, useTranslations } from "next-intl";
import { changedFieldNames } from "@/components/revision/changedFieldNames";
import { Table } from "@/components/staff/Table";
import type { Proposal } from "@/data/waiting";
import { formatMoment } from "@/lib/moments";

const mostFields = 4;

/** Proposals or drafts, a row each: what they change, who wrote them, who may decide. */
export function ProposalTable({ caption, proposals, timeZone, drafts = false }: { caption: string; proposals: Proposal[]; timeZone: string; drafts?: boolean }) {
  const [t, locale] = [useTranslations("Staff.Revisions"), useLocale()];
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("kindOf")}</th>
          <th scope="col">{t("changes")}</th>
          <th scope="col">{t("author")}</th>
          <th scope="col">{t("since")}</th>
          {!drafts && <th scope="col">{t("approval")}</th>}
        </tr>
      </thead>
      <tbody>
        {proposals.map(({ id, entity, title, authors, origin, submittedAt, createdAt, sensitive, decidable, ...change }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/revisions/${id}`}>{title}</a>
            </th>
            <td>{t(`entity.${entity}`)}</td>
            <td>
              <ChangedFields {...change} />
            </td>
            <td>{authors.length > 0 && origin !== "organization" ? new Intl.ListFormat(locale).format(authors) : t(`origin.${origin}`)}</td>
            <td className="nowrap">{formatMoment(submittedAt ?? createdAt, timeZone, locale)}</td>
            {!drafts && (
              <td>
                {t(`decidable.${decidable}`)}
                {decidable !== "own" && <span className="soft block">{t(sensitive.length > 0 ? "second" : "noSecond")}</span>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function ChangedFields({ isNew, changedFields }: Pick<Proposal, "isNew" | "changedFields">) {
  const [t, field, locale] = [useTranslations("Staff.Revisions"), useTranslations("Staff.FieldNames"), useLocale()];
  if (isNew) return <strong>{t("isNew")}</strong>;
  const names = changedFieldNames(field, changedFields, locale);
  const shown = names.slice(0, mostFields).join(", ");
  return (
    <>
      {shown} {names.length > mostFields && t("more", { count: names.length - mostFields })}
    </>
  );
}
