import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/not-there");
  return { title: (await getTranslations({ locale, namespace: "Staff.NotThere" }))("title") };
}

/** The site answers with it wherever the staff area has no page or no such record (server/siteProxy.ts). */
export default async function NotTherePage() {
  await openStaffPage("/admin/not-there");
  const [t, back] = [await getTranslations("Staff.NotThere"), await getTranslations("Staff.NoAccess")];
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <p>
        <a href="/admin">{back("back")}</a>
      </p>
    </main>
  );
}
