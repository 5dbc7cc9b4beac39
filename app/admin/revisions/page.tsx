import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { openStaffPage } from "../openStaffPage";
import { ProposalTable } from "./ProposalTable";
import { Pages } from "@/components/listing/Pages";
import { Notice } from "@/components/staff/Notice";
import { getCity } from "@/data/city";
import { listDrafts, listProposals, proposalsPerPage } from "@/data/waiting";
import { documents, type RecordEntity } from "@/lib/documents";
import { has } from "@/lib/permissions";

const entities = Object.keys(documents) as RecordEntity[];
const asked = z.object({
  kind: z.enum(entities).nullable().catch(null),
  from: z.enum(["others"]).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.enum(["approved", "rejected", "withdrawn", "restored"]).nullable().catch(null),
});

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/revisions");
  const t = await getTranslations({ locale, namespace: "Staff.Revisions" });
  return { title: t("title") };
}

/** What waits for a decision, the oldest first, and one's own drafts. */
export default async function RevisionsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { actor, locale } = await openStaffPage("/admin/revisions");
  const { kind, from, page, done } = asked.parse(await searchParams);
  const [t, { timeZone }, { proposals, count }, drafts] = await Promise.all([
    getTranslations("Staff.Revisions"),
    getCity(locale),
    listProposals(actor, { entity: kind, byOthers: from === "others" }, page, locale),
    listDrafts(actor, locale),
  ]);
  const pathOf = (to: number) => `/admin/revisions?${new URLSearchParams({ ...(kind ? { kind } : {}), ...(from ? { from } : {}), page: String(to) })}`;
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      <form method="get" action="/admin/revisions" aria-label={t("filter.title")} className="filters">
        <div className="labelled">
          <label htmlFor="kind">{t("filter.kind")}</label>
          <select id="kind" name="kind" defaultValue={kind ?? ""} className="field">
            <option value="">{t("filter.anyKind")}</option>
            {entities.map((entity) => (
              <option key={entity} value={entity}>
                {t(`entity.${entity}`)}
              </option>
            ))}
          </select>
        </div>
        {has(actor.role, "revisions.approve") && (
          <div className="labelled">
            <label htmlFor="from">{t("filter.from")}</label>
            <select id="from" name="from" defaultValue={from ?? ""} className="field">
              <option value="">{t("filter.anybody")}</option>
              <option value="others">{t("filter.others")}</option>
            </select>
          </div>
        )}
        <button type="submit" className="button button-quiet">
          {t("filter.submit")}
        </button>
      </form>
      <p>{t("count", { count })}</p>
      {proposals.length > 0 ? <ProposalTable caption={t("title")} proposals={proposals} timeZone={timeZone} /> : <p className="card">{t("none")}</p>}
      <Pages page={page} count={Math.ceil(count / proposalsPerPage)} path={pathOf} />
      <h2 id="drafts">{t("drafts")}</h2>
      {drafts.length > 0 ? (
        <>
          <p className="hint">{t("draftsHint")}</p>
          <ProposalTable caption={t("drafts")} proposals={drafts} timeZone={timeZone} drafts />
        </>
      ) : (
        <p className="soft">{t("noDrafts")}</p>
      )}
    </main>
  );
}
