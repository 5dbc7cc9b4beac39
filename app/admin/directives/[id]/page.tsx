import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { readRecord } from "../../texts/readRecord";
import { TextPage, type TextPageProps } from "../../texts/TextPage";
import { actOptions } from "../actOptions";
import { saveDirective } from "../actions";
import { DirectiveFacts } from "@/components/textForm/DirectiveFacts";
import { titleIn } from "@/lib/titleIn";

export async function generateMetadata(props: TextPageProps) {
  const { locale } = await openStaffPage("/admin/directives/[id]");
  return { title: titleIn((await readRecord("Directive", (await props.params).id)).document, locale) };
}

export default async function DirectivePage(props: TextPageProps) {
  const { actor, locale } = await openStaffPage("/admin/directives/[id]");
  const { id, editing, document } = await readRecord("Directive", (await props.params).id);
  const t = await getTranslations("Staff.Directives");
  return (
    <TextPage actor={actor} entity="Directive" id={id} title={titleIn(document, locale)} back={{ href: `/admin/directives#act-${id}`, name: t("back") }} editing={editing} query={await props.searchParams} action={saveDirective}>
      <DirectiveFacts acts={await actOptions(locale, document.key)} />
    </TextPage>
  );
}
