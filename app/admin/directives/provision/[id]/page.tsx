import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../../openStaffPage";
import { readRecord } from "../../../texts/readRecord";
import { TextPage, type TextPageProps } from "../../../texts/TextPage";
import { saveProvision } from "../../actions";
import { groupOptions } from "../groupOptions";
import { ProvisionFacts } from "@/components/textForm/ProvisionFacts";
import { getEditing } from "@/data/revisions/read";
import { titleOf } from "@/lib/documents";

export async function generateMetadata(props: TextPageProps) {
  await openStaffPage("/admin/directives/provision/[id]");
  const { document } = await readRecord("Provision", (await props.params).id);
  return { title: titleOf("Provision", document) };
}

export default async function ProvisionPage(props: TextPageProps) {
  const { actor, locale } = await openStaffPage("/admin/directives/provision/[id]");
  const { id, editing, document } = await readRecord("Provision", (await props.params).id);
  const act = (await getEditing("Directive", document.directiveId))?.approved;
  const t = await getTranslations("Staff.Directives");
  const title = t("provisionOf", { actor: document.text[locale].actor, act: act?.text[locale].title ?? "" });
  return (
    <TextPage actor={actor} entity="Provision" id={id} title={title} back={{ href: `/admin/directives#act-${document.directiveId}`, name: t("back") }} editing={editing} query={await props.searchParams} action={saveProvision}>
      <ProvisionFacts groups={groupOptions(act, locale)} />
    </TextPage>
  );
}
