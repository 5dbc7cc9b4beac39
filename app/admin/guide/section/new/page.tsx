import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../../openStaffPage";
import { readRecord } from "../../../texts/readRecord";
import { TextPage } from "../../../texts/TextPage";
import { saveSection } from "../../actions";
import { GuideFacts } from "@/components/textForm/GuideFacts";
import { todayInCity } from "@/data/city";
import { titleIn } from "@/lib/titleIn";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/guide/section/new");
  const t = await getTranslations({ locale, namespace: "Staff.Guide" });
  return { title: t("newSection") };
}

export default async function NewSectionPage({ searchParams }: { searchParams: Promise<{ chapter?: string | string[] }> }) {
  const { actor, locale } = await openStaffPage("/admin/guide/section/new");
  const { chapter } = await searchParams;
  const { id: parent, editing } = await readRecord("Chapter", chapter);
  const of = editing.approved;
  if (!of) notFound();
  const t = await getTranslations("Staff.Guide");
  return (
    <TextPage actor={actor} entity="Section" id={randomUUID()} title={t("newSectionIn", { chapter: titleIn(of, locale) })} back={{ href: `/admin/guide#chapter-${parent}`, name: t("back") }} editing={null} query={{}} action={saveSection} parent={parent}>
      <GuideFacts today={await todayInCity()} />
    </TextPage>
  );
}
