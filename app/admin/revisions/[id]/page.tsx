import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { Decision } from "./Decision";
import { RevisionHead } from "./RevisionHead";
import { Changes } from "@/components/revision/Changes";
import { historyPath } from "@/components/revision/recordPaths";
import { Notice } from "@/components/staff/Notice";
import { sourceLabels } from "@/components/staff/sourceLabels";
import { getCity } from "@/data/city";
import { documentNames, sourceByKey } from "@/data/documentNames";
import { getEditing, getRevision, namesOf } from "@/data/revisions/read";
import { decidable } from "@/data/waiting";
import { changeRows } from "@/lib/changeRows";
import { fallingBehind } from "@/lib/documentTexts";
import { formatMoment } from "@/lib/moments";
import { has } from "@/lib/permissions";
import { titleIn } from "@/lib/titleIn";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; problem?: string }> };

async function open(params: Props["params"]) {
  const staff = await openStaffPage("/admin/revisions/[id]");
  const revision = await getRevision((await params).id);
  if (!revision) notFound();
  return { ...staff, revision, title: titleIn(revision.document, staff.locale) };
}

export async function generateMetadata({ params }: Props) {
  const { title } = await open(params);
  return { title };
}

/** One change: what it says anew, by field and word, and what can be done with it. */
export default async function RevisionPage({ params, searchParams }: Props) {
  const [{ actor, locale, revision, title }, { done, problem }] = [await open(params), await searchParams];
  const { id, entity, entityId, state, before, beforeSince, document, authorIds, decidedById, sourceKey, submittedAt, createdAt } = revision;
  const isOpen = state === "draft" || state === "submitted";
  const words = await getTranslations("Staff.Source");
  const [t, rooms, { timeZone }, people, names, source, editing] = await Promise.all([
    getTranslations("Staff.Revisions"),
    getTranslations("Staff.Dashboard"),
    getCity(locale),
    namesOf([...authorIds, decidedById]),
    documentNames([before, document], locale, (sources) => sourceLabels(sources, words, locale)),
    sourceKey ? sourceByKey(sourceKey) : null,
    state === "amended" ? getEditing(entity, entityId) : null,
  ]);
  const rows = changeRows(before, document);
  const movedOn = isOpen && beforeSince && beforeSince > (submittedAt ?? createdAt) ? beforeSince : null;
  const mayEdit = isOpen && (entity === "City" ? has(actor.role, "settings.propose") : has(actor.role, entity === "Organization" ? "listings.propose" : "translations.propose"));
  return (
    <main id="main">
      <p>
        <a href="/admin/revisions">{rooms("allWaiting")}</a>
      </p>
      <h1>{title}</h1>
      <p className="soft">
        {t(`entity.${entity}`)} · {t(`state.${state}`)}
      </p>
      {done === "restored" && <Notice>{t("done.restored")}</Notice>}
      {problem === "gone" && <Notice kind="warning">{t("problem.gone")}</Notice>}
      {movedOn && <Notice kind="warning">{t("movedOn", { date: formatMoment(movedOn, timeZone, locale) })}</Notice>}
      {state === "amended" && (
        <Notice kind="warning">
          {t("replaced")} {editing?.open && <a href={`/admin/revisions/${editing.open.id}`}>{t("openOne")}</a>}
        </Notice>
      )}
      <RevisionHead revision={revision} people={people} source={source} timeZone={timeZone} />
      <p className="row">
        <a href={`/admin/preview/${id}`}>{t("preview")}</a>
        <a href={historyPath(entity, entityId)}>{t("history")}</a>
      </p>
      <h2>{t(before ? "diff" : "diffNew")}</h2>
      {rows.length > 0 ? <Changes rows={rows} names={names} /> : <p className="soft">{t("diffNone")}</p>}
      {isOpen && <Decision revision={revision} behind={before ? fallingBehind(entity, before, document) : []} decidable={decidable(actor, authorIds, revision.sensitive)} isOwn={authorIds.includes(actor.id)} mayEdit={mayEdit} />}
    </main>
  );
}
