import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { readRecord } from "../texts/readRecord";
import { TextPage } from "../texts/TextPage";
import { saveSettings } from "./actions";
import { CityFacts } from "@/components/textForm/CityFacts";
import { cityKey } from "@/data/staffTexts";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/settings");
  const t = await getTranslations({ locale, namespace: "Staff.Settings" });
  return { title: t("title") };
}

/** Names of the city and its offices, and where links lead: a proposal like every other. */
export default async function SettingsPage({ searchParams }: { searchParams: Promise<{ done?: string; saved?: string }> }) {
  const { actor } = await openStaffPage("/admin/settings");
  const { id, editing, document } = await readRecord("City", await cityKey());
  const t = await getTranslations("Staff.Settings");
  return (
    <TextPage actor={actor} entity="City" id={id} title={t("title")} back={{ href: "/admin", name: t("back") }} editing={editing} query={await searchParams} action={saveSettings}>
      <CityFacts linkKeys={document.links.map(({ key }) => key)} />
    </TextPage>
  );
}
