import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";

const page = "/admin/exports";

export async function generateMetadata() {
  const { locale } = await openStaffPage(page);
  return { title: (await getTranslations({ locale, namespace: "Staff.Exports" }))("title") };
}

export default async function ExportsPage() {
  await openStaffPage(page);
  const t = await getTranslations("Staff.Exports");
  return (
    <main id="main">
      <p>
        <a href="/admin/imports">{t("back")}</a>
      </p>
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      <div className="decisions">
        {(["csv", "hsds"] as const).map((format) => (
          <form key={format} method="post" action={`/admin/exports/${format}`} className="card">
            <h2>{t(`${format}.title`)}</h2>
            <p>{t(`${format}.text`)}</p>
            <button type="submit" className="button">
              {t(`${format}.submit`)}
            </button>
          </form>
        ))}
      </div>
    </main>
  );
}
