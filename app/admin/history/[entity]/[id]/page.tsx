import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { openStaffPage } from "../../../openStaffPage";
import { Then } from "./Then";
import { Versions } from "./Versions";
import { Changes } from "@/components/revision/Changes";
import { formPath } from "@/components/revision/recordPaths";
import { getCity } from "@/data/city";
import { sourceLabels } from "@/components/staff/sourceLabels";
import { documentNames } from "@/data/documentNames";
import { getEditing, getRevision, listHistory, namesOf } from "@/data/revisions/read";
import { changeRows } from "@/lib/changeRows";
import { isRecordEntity } from "@/lib/documents";
import { has } from "@/lib/permissions";
import { titleIn } from "@/lib/titleIn";

type Props = { params: Promise<{ entity: string; id: string }>; searchParams: Promise<Record<string, unknown>> };
const number = z.coerce.number().int().positive().nullable().catch(null);
const asked = z.object({ from: number, to: number, on: z.string().nullable().catch(null), at: z.string().min(1).nullable().catch(null) });

async function open(params: Props["params"]) {
  const staff = await openStaffPage("/admin/history/[entity]/[id]");
  const { entity, id } = await params;
  const editing = isRecordEntity(entity) ? await getEditing(entity, id) : null;
  const current = editing?.approved ?? editing?.open?.document;
  if (!isRecordEntity(entity) || !editing || !current) notFound();
  const t = await getTranslations({ locale: staff.locale, namespace: "Staff.History" });
  return { ...staff, t, entity, id, editing, title: t("title", { name: titleIn(current, staff.locale) }) };
}

export async function generateMetadata({ params }: Props) {
  return { title: (await open(params)).title };
}

/** Everything that a record ever was and that somebody proposed for it. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { t, actor, locale, entity, id, editing, title } = await open(params);
  const words = await getTranslations("Staff.Source");
  const { from, to, on, at } = asked.parse(await searchParams);
  const [{ timeZone }, history] = await Promise.all([getCity(locale), listHistory(entity, id)]);
  const people = await namesOf(history.flatMap(({ authorIds, decidedById }) => [...authorIds, decidedById]));
  const idOf = (wanted: number | null) => history.find((revision) => revision.number === wanted)?.id;
  const [older, newer] = await Promise.all([from, to].sort((a, b) => (a ?? 0) - (b ?? 0)).map(async (wanted) => (idOf(wanted) ? getRevision(idOf(wanted)!) : null)));
  const rows = older && newer ? changeRows(older.document, newer.document) : [];
  const propose = entity === "City" ? "settings.propose" : entity === "Organization" ? "listings.propose" : "texts.propose";
  return (
    <main id="main">
      <h1>{title}</h1>
      <p>
        <a href={formPath(entity, id)}>{t("edit")}</a>
      </p>
      <Then entity={entity} id={id} on={on} at={at} timeZone={timeZone} locale={locale} />
      {older && newer && (
        <section aria-labelledby="comparing">
          <h2 id="comparing">{t("comparing", { from: older.number, to: newer.number })}</h2>
          {rows.length > 0 ? <Changes rows={rows} names={await documentNames([older.document, newer.document], locale, (sources) => sourceLabels(sources, words, locale))} /> : <p className="note">{t("same")}</p>}
        </section>
      )}
      <h2>{t("versions")}</h2>
      {editing.open && has(actor.role, propose) && (
        <p className="note">
          {t("openWarning")} <a href={`/admin/revisions/${editing.open.id}`}>{t("openOne")}</a>
        </p>
      )}
      <Versions history={history} chosen={{ from, to }} people={people} timeZone={timeZone} version={editing.version} mayRestore={has(actor.role, propose)} />
    </main>
  );
}
