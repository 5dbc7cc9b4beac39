import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { openStaffPage } from "../openStaffPage";
import { AuditTable } from "./AuditTable";
import { actionName, entityName } from "./auditNames";
import { Notice } from "@/components/staff/Notice";
import { auditChoices, checkNewest, listAudit } from "@/data/auditLog";
import { getCity } from "@/data/city";
import { endOf, startOf } from "@/lib/moments";
import { isStorable } from "@/lib/texts";

const text = z.string().trim().min(1).max(100).refine(isStorable).optional().catch(undefined);
const asked = z.object({ actor: text, action: text, record: text, id: text, from: text, to: text, before: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null) });

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/audit");
  const t = await getTranslations({ locale, namespace: "Staff.Audit" });
  return { title: t("title") };
}

/** What staff did, and whether the log is still as it was written. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { actor, locale } = await openStaffPage("/admin/audit");
  const { before, ...chosen } = asked.parse(await searchParams);
  const { timeZone } = await getCity(locale);
  const [from, to] = [startOf(chosen.from ?? "", timeZone), endOf(chosen.to ?? "", null, timeZone)];
  const { actor: actorId, action, record: entity, id: entityId } = chosen;
  const filter = { ...(actorId ? { actorId } : {}), ...(action ? { action } : {}), ...(entity ? { entity } : {}), ...(entityId ? { entityId } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const [t, words, { lines, next }, choices, { count, fault }] = await Promise.all([getTranslations("Staff.Audit"), getTranslations("Staff.Revisions"), listAudit(actor, filter, before, locale), auditChoices(actor), checkNewest(actor)]);
  const kept = Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const selects = [
    { name: "actor", label: t("filter.actor"), any: t("filter.anybody"), options: choices.actors.map(({ id, name }) => ({ value: id, name })) },
    { name: "action", label: t("filter.action"), any: t("filter.anything"), options: choices.actions.map((value) => ({ value, name: actionName(t, value) })) },
    { name: "record", label: t("filter.record"), any: t("filter.anyRecord"), options: choices.entities.map((value) => ({ value, name: entityName(t, words, value) })) },
  ] as const;
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <p className="hint">{t("hint")}</p>
      {fault ? (
        <p role="alert" className="error">
          {t(`chain.${fault.fault}`, { sequence: fault.sequence })} {t("chain.call")}
        </p>
      ) : (
        <Notice>{t("chain.whole", { count })}</Notice>
      )}
      <form method="get" action="/admin/audit" aria-label={t("filter.title")} className="filters">
        {selects.map(({ name, label, any, options }) => (
          <div key={name} className="labelled">
            <label htmlFor={name}>{label}</label>
            <select id={name} name={name} defaultValue={chosen[name] ?? ""} className="field">
              <option value="">{any}</option>
              {options.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ))}
        {(["from", "to"] as const).map((name) => (
          <div key={name} className="labelled">
            <label htmlFor={name}>{t(`filter.${name}`)}</label>
            <input id={name} name={name} type="date" defaultValue={chosen[name]} className="field" />
          </div>
        ))}
        {entityId && <input type="hidden" name="id" value={entityId} />}
        <button type="submit" className="button button-quiet">
          {t("filter.submit")}
        </button>
      </form>
      {(Object.keys(kept).length > 0 || before) && (
        <p>
          {entityId && t("filter.one")} <a href="/admin/audit">{t("filter.clear")}</a>
        </p>
      )}
      {lines.length > 0 ? <AuditTable lines={lines} timeZone={timeZone} /> : <p className="card">{t("none")}</p>}
      <nav aria-label={words("pages")} className="row">
        {before && <a href={`/admin/audit?${new URLSearchParams(kept)}`}>{t("newest")}</a>}
        {next && <a href={`/admin/audit?${new URLSearchParams({ ...kept, before: String(next) })}`}>{t("older")}</a>}
      </nav>
    </main>
  );
}
