import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { TextPage } from "../../texts/TextPage";
import { actOptions } from "../actOptions";
import { saveDirective } from "../actions";
import { DirectiveFacts } from "@/components/textForm/DirectiveFacts";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/directives/new");
  const t = await getTranslations({ locale, namespace: "Staff.Directives" });
  return { title: t("newAct") };
}

export default async function NewDirectivePage() {
  const { actor, locale } = await openStaffPage("/admin/directives/new");
  const t = await getTranslations("Staff.Directives");
  return (
    <TextPage actor={actor} entity="Directive" id={randomUUID()} title={t("newAct")} back={{ href: "/admin/directives", name: t("back") }} editing={null} query={{}} action={saveDirective}>
      <DirectiveFacts acts={await actOptions(locale)} />
    </TextPage>
  );
}
