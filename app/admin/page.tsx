import { getTranslations } from "next-intl/server";
import { DueChart } from "./DueChart";
import { openStaffPage } from "./openStaffPage";
import { RecentTable } from "./RecentTable";
import { ProposalTable } from "./revisions/ProposalTable";
import { Notice } from "@/components/staff/Notice";
import { getCity } from "@/data/city";
import { countWaits, listRecent, listReturned, verificationDue, waits, type Wait } from "@/data/dashboard";
import { listProposals } from "@/data/waiting";
import { has, withSecondFactor } from "@/lib/permissions";

const rooms: Record<Wait, string> = {
  decide: "/admin/revisions?from=others",
  corrections: "/admin/corrections",
  imports: "/admin/imports",
  confirm: "/admin/verification",
  counsel: "/admin/translations?view=counsel",
  translations: "/admin/translations",
  readers: "/admin/translations?view=reader",
  drafts: "/admin/revisions#drafts",
};
const mostProposals = 5;

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin");
  const t = await getTranslations({ locale, namespace: "Staff.Shell" });
  // A layout's own page does not get its template.
  return { title: { absolute: `${t("rooms.start")} – ${t("title")}` } };
}

/** What waits for the person who reads it, first; then what falls due, and what happened. */
export default async function StartPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { actor, locale, name, twoFactorEnabled } = await openStaffPage("/admin");
  const [t, secondFactor, { done }] = [await getTranslations("Staff.Dashboard"), await getTranslations("Staff.SecondFactor"), await searchParams];
  const [{ timeZone }, counts, { proposals }, returned, due, recent] = await Promise.all([
    getCity(locale),
    countWaits(actor),
    has(actor.role, "revisions.approve") ? listProposals(actor, { entity: null, byOthers: true }, 1, locale) : { proposals: [] },
    listReturned(actor, locale),
    has(actor.role, "listings.verify") ? verificationDue() : null,
    listRecent(locale),
  ]);
  const waiting = waits.filter((wait) => counts[wait] > 0);
  const lacksSecondFactor = !twoFactorEnabled && !actor.secondFactor && withSecondFactor.some((permission) => has(actor.role, permission));
  return (
    <main id="main">
      <h1>{t("hello", { name })}</h1>
      {done === "on" && <Notice>{secondFactor("on")}</Notice>}
      {lacksSecondFactor && (
        <Notice kind="warning">
          {t("secondFactor", { role: actor.role })} <a href="/admin/account/second-factor?next=/admin">{secondFactor("setUp")}</a>
        </Notice>
      )}
      <section className="stack">
        <h2>{t("waits")}</h2>
        {waiting.length === 0 && <p className="card">{t("nothing")}</p>}
        <ul className="tiles">
          {waiting.map((wait) => (
            <li key={wait}>
              <a href={rooms[wait]} className="card">
                {t(`wait.${wait}`, { count: counts[wait] })}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {proposals.length > 0 && (
        <>
          <h3>{t("oldest")}</h3>
          <ProposalTable caption={t("oldest")} proposals={proposals.slice(0, mostProposals)} timeZone={timeZone} />
          <p>
            <a href="/admin/revisions">{t("allWaiting")}</a>
          </p>
        </>
      )}
      {returned.length > 0 && (
        <section className="stack">
          <h2>{t("returned")}</h2>
          <p className="hint">{t("returnedHint")}</p>
          <RecentTable caption={t("returned")} decisions={returned} timeZone={timeZone} withReason />
        </section>
      )}
      {due && (
        <section className="stack">
          <h2>{t("due")}</h2>
          <p className="hint">{t("dueHint")}</p>
          <DueChart {...due} />
          <p>
            <a href="/admin/verification">{t("toQueue")}</a>
          </p>
        </section>
      )}
      <section className="stack">
        <h2>{t("recent")}</h2>
        {recent.length > 0 ? <RecentTable caption={t("recent")} decisions={recent} timeZone={timeZone} /> : <p className="soft">{t("noRecent")}</p>}
      </section>
    </main>
  );
}
