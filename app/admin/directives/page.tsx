import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { textRow } from "../texts/textRow";
import { TextGroup } from "@/components/textForm/TextGroup";
import { listActs } from "@/data/staffTexts";
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
        const own = textRow(actor.role, "Directive", act);
        const rows = act.provisions.map((provision) => textRow(actor.role, "Provision", provision));
        const links = [...(own.href ? [{ href: own.href, label: t("act") }] : []), ...(mayPropose && !own.isNew ? [{ href: `/admin/directives/provision/new?act=${act.id}`, label: t("newProvision") }] : [])];
        return <TextGroup key={act.id} id={`act-${act.id}`} own={own} rows={rows} count={t("provisions", { count: rows.length })} of={t("title")} links={links} />;
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
