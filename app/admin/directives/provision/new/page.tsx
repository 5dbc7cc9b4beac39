import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../../openStaffPage";
import { readRecord } from "../../../texts/readRecord";
import { TextPage } from "../../../texts/TextPage";
import { saveProvision } from "../../actions";
import { groupOptions } from "../groupOptions";
import { ProvisionFacts } from "@/components/textForm/ProvisionFacts";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/directives/provision/new");
  const t = await getTranslations({ locale, namespace: "Staff.Directives" });
  return { title: t("newProvision") };
}

export default async function NewProvisionPage({ searchParams }: { searchParams: Promise<{ act?: string | string[] }> }) {
  const { actor, locale } = await openStaffPage("/admin/directives/provision/new");
  const { act } = await searchParams;
  const { id: parent, editing } = await readRecord("Directive", act);
  const of = editing.approved;
  if (!of) notFound();
  const t = await getTranslations("Staff.Directives");
  return (
    <TextPage actor={actor} entity="Provision" id={randomUUID()} title={t("newProvisionIn", { act: of.text[locale].title })} back={{ href: `/admin/directives#act-${parent}`, name: t("back") }} editing={null} query={{}} action={saveProvision} parent={parent}>
      <ProvisionFacts groups={groupOptions(of, locale)} />
    </TextPage>
  );
}
