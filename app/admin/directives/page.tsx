import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { textRow } from "../texts/textRow";
import { TextStates } from "@/components/textForm/TextStates";
import { TextTable } from "@/components/textForm/TextTable";
import { WaitingIn } from "@/components/textForm/WaitingIn";
import { listActs } from "@/data/staffTexts";
import { locales } from "@/lib/locales";
import { has } from "@/lib/permissions";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/directives");
  const t = await getTranslations({ locale, namespace: "Staff.Directives" });
  return { title: t("title") };
}

export default async function DirectivesPage() {
  const { actor } = await openStaffPage("/admin/directives");
  const [t, acts] = [await getTranslations("Staff.Directives"), await listActs()];
  const mayPropose = has(actor.role, "texts.propose");
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <p className="soft">{t("intro")}</p>
      {acts.map((act) => {
        const { href, title, ...states } = textRow(actor.role, "Directive", act);
const rows = act.provisions.map((provision) => textRow(actor.role, "Provision", provision));
        return (
          <details key={act.id} className="fold chapter">
            <summary>
              <span>
                {locales.map((locale, index) => (
                  <span key={locale} lang={locale} className={index === 0 ? undefined : "soft"}>
                    {index > 0 && " · "}
                    {title[locale]}
                  </span>
                ))}{" "}
                <span className="soft">{t("provisions", { count: rows.length })}</span> <WaitingIn rows={[states, ...rows]} />
              </span>
            </summary>
            {/* A link here unfolds it. */}
            <div id={`act-${act.id}`}>
<TextStates isNew={states.isNew} hidden={states.hidden} open={states.open} status={states.status} />
</div>
            <ul className="row">
              {href && (
                <li>
                  <a href={href}>{t("act")}</a>
                </li>
              )}
              {mayPropose && !act.isNew && (
                <li>
                  <a href={`/admin/directives/provision/new?act=${act.id}`}>{t("newProvision")}</a>
                </li>
              )}
            </ul>
            {rows.length > 0 && <TextTable caption={title.en} rows={rows} />}
          </details>
        );
      })}
      {mayPropose && (
        <p>
          <a href="/admin/directives/new" className="button button-quiet inline-button">
            {t("newAct")}
          </a>
        </p>
      )}
    </main>
  );
}
