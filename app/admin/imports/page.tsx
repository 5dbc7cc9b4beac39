import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { ExampleRow } from "./ExampleRow";
import { ImportTable } from "./ImportTable";
import { UploadForm } from "./UploadForm";
import { uploadAnswer } from "./uploadAnswer";
import { Notice } from "@/components/staff/Notice";
import { getCity, todayInCity } from "@/data/city";
import { listImports } from "@/data/imports/read";

const page = "/admin/imports";
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const { locale } = await openStaffPage(page);
  return { title: (await getTranslations({ locale, namespace: "Staff.Imports" }))("title") };
}

export default async function ImportsPage({ searchParams }: Props) {
  const { locale } = await openStaffPage(page);
  const t = await getTranslations("Staff.Imports");
  const query = await searchParams;
  const [imports, { timeZone }, today, said] = await Promise.all([listImports(), getCity(locale), todayInCity(), uploadAnswer(query)]);
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      {query.done === "cancelled" && <Notice>{t("done.cancelled")}</Notice>}
      <p>{t("lead")}</p>
      <p className="row">
        <a href="/admin/imports/template">{t("template")}</a>
        <a href="/admin/imports/roster">{t("toRoster")}</a>
        <a href="/admin/exports">{t("toExports")}</a>
      </p>
      <ExampleRow />
      <h2>{t("upload.title")}</h2>
      <UploadForm today={today} said={said} />
      <h2>{t("earlier")}</h2>
      <ImportTable imports={imports.filter(({ kind }) => kind !== "dojRoster")} timeZone={timeZone} />
    </main>
  );
}
