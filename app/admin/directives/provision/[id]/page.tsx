import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../../openStaffPage";
import { readRecord } from "../../../texts/readRecord";
import { TextPage, type TextPageProps } from "../../../texts/TextPage";
import { saveProvision } from "../../actions";
import { groupOptions } from "../groupOptions";
import { ProvisionFacts } from "@/components/textForm/ProvisionFacts";
import { getEditing } from "@/data/revisions/read";
import { titleIn } from "@/lib/titleIn";

export async function generateMetadata(props: TextPageProps) {
  const { locale } = await openStaffPage("/admin/directives/provision/[id]");
  return { title: titleIn((await readRecord("Provision", (await props.params).id)).document, locale) };
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
