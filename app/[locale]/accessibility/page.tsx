import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { Page } from "@/components/ui/Page";
import { pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }> };
const paths = pathsTo("/accessibility");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Accessibility");
  return pageMetadata(locale, paths, { title: t("title"), description: t("description"), siteName: city.siteName });
}

const parts = [
  { title: "doTitle", items: ["do1", "do2", "do3", "do4"] },
  { title: "limitsTitle", items: ["limits1", "limits2"] },
] as const;

export default async function AccessibilityPage({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Accessibility");
  return (
    <Page city={city} paths={paths} crumbs={[{ name: t("title"), path: paths[locale] }]}>
      <div className="text">
        <h1>{t("title")}</h1>
        <p className="font-semibold">{t("lead")}</p>
        {parts.map(({ title, items }) => (
          <section key={title} className="text">
            <h2>{t(title)}</h2>
            <ul className="list-disc space-y-2 ps-6">
              {items.map((item) => (
                <li key={item}>{t(item)}</li>
              ))}
            </ul>
          </section>
        ))}
        <h2>{t("helpTitle")}</h2>
        <p>{t("help", { office: city.office })}</p>
      </div>
    </Page>
  );
}
