import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../../openStaffPage";
import { TextPage } from "../../../texts/TextPage";
import { saveChapter } from "../../actions";
import { GuideFacts } from "@/components/textForm/GuideFacts";
import { todayInCity } from "@/data/city";
import { isGuide } from "@/data/staffTexts";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/guide/chapter/new");
  const t = await getTranslations({ locale, namespace: "Staff.Guide" });
  return { title: t("newChapter") };
}

export default async function NewChapterPage({ searchParams }: { searchParams: Promise<{ guide?: string | string[] }> }) {
  const { actor } = await openStaffPage("/admin/guide/chapter/new");
  const { guide } = await searchParams;
  if (typeof guide !== "string" || !(await isGuide(guide))) notFound();
  const t = await getTranslations("Staff.Guide");
  return (
    <TextPage actor={actor} entity="Chapter" id={randomUUID()} title={t("newChapter")} back={{ href: `/admin/guide#${guide}`, name: t("back") }} editing={null} query={{}} action={saveChapter} parent={guide}>
      <GuideFacts today={await todayInCity()} />
    </TextPage>
  );
}
