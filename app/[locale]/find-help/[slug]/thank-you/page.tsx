import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../../../openPage";
import { Page } from "@/components/ui/Page";
import { getListing } from "@/data/listings";
import { pathTo, pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string; slug: string }> };

async function open(params: Props["params"]) {
  const { locale, city } = await openPage(params);
  const listing = await getListing((await params).slug, locale);
  if (!listing) notFound();
  return { locale, city, listing };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city } = await open(params);
  const t = await getTranslations("Correct");
  return { title: `${t("thanksTitle")} – ${city.siteName}`, description: t("thanksText"), robots: { index: false } };
}

/** Where a reader arrives who told us that something is wrong. It shows nothing of what they wrote. */
export default async function CorrectionThanksPage({ params }: Props) {
  const { locale, city, listing } = await open(params);
  const [t, help] = [await getTranslations("Correct"), await getTranslations("FindHelp")];
  const back = pathTo({ pathname: "/find-help/[slug]", params: { slug: listing.slug } }, locale);
  const paths = pathsTo({ pathname: "/find-help/[slug]/thank-you", params: { slug: listing.slug } });
  return (
    <Page city={city} paths={paths} crumbs={[{ name: help("menu"), path: pathTo("/find-help", locale) }, { name: listing.name, path: back }, { name: t("thanksTitle"), path: paths[locale] }]}>
      <div className="text">
        <h1>{t("thanksTitle")}</h1>
        <p>{t("thanksText")}</p>
        <p className="note">{t("thanksDanger")}</p>
        <p>{t("kept")}</p>
        <p>
          <a href={back} className="pill">
            {t("backTo", { name: listing.name })}
          </a>
        </p>
      </div>
    </Page>
  );
}
