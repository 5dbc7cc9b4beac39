import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/no-access");
  const t = await getTranslations({ locale, namespace: "Staff.NoAccess" });
  return { title: t("title") };
}

export default async function NoAccessPage() {
  const { actor } = await openStaffPage("/admin/no-access");
  const [t, shell] = [await getTranslations("Staff.NoAccess"), await getTranslations("Staff.Shell")];
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <p>{t("text", { role: shell(`role.${actor.role}`) })}</p>
      <p>
        <a href="/admin">{t("back")}</a>
      </p>
    </main>
  );
}
