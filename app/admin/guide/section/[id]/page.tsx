import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../../openStaffPage";
import { readRecord } from "../../../texts/readRecord";
import { TextPage, type TextPageProps } from "../../../texts/TextPage";
import { saveSection } from "../../actions";
import { GuideFacts } from "@/components/textForm/GuideFacts";
import { todayInCity } from "@/data/city";
import { titleIn } from "@/lib/titleIn";

export async function generateMetadata(props: TextPageProps) {
  const { locale } = await openStaffPage("/admin/guide/section/[id]");
  return { title: titleIn((await readRecord("Section", (await props.params).id)).document, locale) };
}

export default async function SectionPage(props: TextPageProps) {
  const { actor, locale } = await openStaffPage("/admin/guide/section/[id]");
  const { id, editing, document } = await readRecord("Section", (await props.params).id);
  const t = await getTranslations("Staff.Guide");
  return (
    <TextPage actor={actor} entity="Section" id={id} title={titleIn(document, locale)} back={{ href: `/admin/guide#chapter-${document.chapterId}`, name: t("back") }} editing={editing} query={await props.searchParams} action={saveSection}>
      <GuideFacts today={await todayInCity()} />
    </TextPage>
  );
}
