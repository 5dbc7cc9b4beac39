import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPage } from "../../../openPage";
import { ConfirmForms } from "@/components/listing/ConfirmForms";
import { FactsList } from "@/components/listing/FactsList";
import { Page } from "@/components/ui/Page";
import { StaleNote } from "@/components/ui/StaleNote";
import { readConfirmationLink } from "@/data/confirmationLinks";
import { pathTo, pathsTo } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: Promise<{ problem?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city } = await openPage(params);
  const t = await getTranslations("Confirm");
  return { title: `${t("title")} – ${city.siteName}`, robots: { index: false, follow: false } };
}

/** What an organization sees behind its one-time link. A link that is worth nothing says so, always in the same words. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { locale, city } = await openPage(params);
  const t = await getTranslations("Confirm");
  const [{ token }, { problem }] = [await params, await searchParams];
  const found = await readConfirmationLink(token, locale);
  const paths = pathsTo({ pathname: "/confirm/[token]", params: { token } });
  if (!found)
    return (
      <Page city={city} paths={paths}>
        <h1>{t("goneTitle")}</h1>
        <p className="mt-3">{t("goneText")}</p>
        <p className="mt-3">
          <a href={pathTo("/", locale)} className="pill">
            {t("toGuide")}
          </a>
        </p>
      </Page>
    );
  return (
    <Page city={city} paths={paths}>
      <div className="text">
        <h1>{t("title")}</h1>
        {problem === "changed" && <p className="note">{t("changed")}</p>}
        {problem === "empty" && <p className="note">{t("empty")}</p>}
        <p>{t("lead")}</p>
        <section className="card text p-4">
          <h2>{found.listing.name}</h2>
          <StaleNote stale={found.listing.stale} />
          <FactsList listing={found.listing} />
        </section>
        <ConfirmForms token={token} seen={found.seen} />
      </div>
    </Page>
  );
}
