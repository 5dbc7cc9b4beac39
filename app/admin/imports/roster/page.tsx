import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { ImportTable } from "../ImportTable";
import { UploadForm } from "../UploadForm";
import { uploadAnswer } from "../uploadAnswer";
import { getCity, todayInCity } from "@/data/city";
import { listImports } from "@/data/imports/read";

const page = "/admin/imports/roster";
/** Federal, the same for every city. */
const roster = { name: "U.S. Department of Justice, Recognition and Accreditation roster", url: "https://www.justice.gov/eoir/recognition-accreditation-roster-reports" };
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const { locale } = await openStaffPage(page);
  return { title: (await getTranslations({ locale, namespace: "Staff.Imports" }))("roster.title") };
}

/** Compares the roster of the Department of Justice with our listings; it changes none. */
export default async function RosterPage({ searchParams }: Props) {
  const { locale } = await openStaffPage(page);
  const t = await getTranslations("Staff.Imports");
  const [imports, { timeZone }, today, said] = await Promise.all([listImports(), getCity(locale), todayInCity(), uploadAnswer(await searchParams)]);
  return (
    <main id="main">
      <p>
        <a href="/admin/imports">{t("back")}</a>
      </p>
      <h1>{t("roster.title")}</h1>
      <p>{t("roster.lead")}</p>
      <p>
        <a href={roster.url} rel="noreferrer">
          {t("roster.where")}
        </a>
      </p>
      <UploadForm roster={roster} today={today} said={said} />
      <h2>{t("earlier")}</h2>
      <ImportTable imports={imports.filter(({ kind }) => kind === "dojRoster")} timeZone={timeZone} />
    </main>
  );
}
