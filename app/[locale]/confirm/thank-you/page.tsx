import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../../openPage";
import { Page } from "@/components/ui/Page";
import { pathTo, pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ answer?: string | string[] }> };
const paths = pathsTo("/confirm/thank-you");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city } = await openPage(params);
  const t = await getTranslations("Confirm");
  return { title: `${t("thanksTitle")} – ${city.siteName}`, robots: { index: false, follow: false } };
}

/** Where an organization arrives that has answered by its link. */
export default async function ConfirmThanksPage({ params, searchParams }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Confirm");
  const { answer } = await searchParams;
  return (
    <Page city={city} paths={paths}>
      <div className="text">
        <h1>{t("thanksTitle")}</h1>
        <p>{t(answer === "right" ? "thanksRight" : "thanksWrong")}</p>
        <p>
          <a href={pathTo("/", locale)} className="pill">
            {t("toGuide")}
          </a>
        </p>
      </div>
    </Page>
  );
}
