import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../openPage";
import { pageMetadata } from "../../pageMetadata";
import { Page } from "@/components/ui/Page";
import { pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }> };
const paths = pathsTo("/privacy");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Privacy");
  return pageMetadata(locale, paths, { title: t("title"), description: t("description"), siteName: city.siteName });
}

const parts = [
  { title: "weTitle", items: ["we1", "we2", "we3", "we4", "we5"] },
  { title: "othersTitle", items: ["others1", "others2", "others3", "others4"] },
  { title: "tipsTitle", items: ["tips1", "tips2"] },
] as const;

export default async function PrivacyPage({ params }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Privacy");
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
      </div>
    </Page>
  );
}
