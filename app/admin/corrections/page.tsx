import { getLocale, getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { handleCorrections, hideReported } from "./actions";
import { ReportedListing } from "@/components/corrections/ReportedListing";
import { Notice } from "@/components/staff/Notice";
import { getCity } from "@/data/city";
import { listCorrections } from "@/data/corrections";
import { has } from "@/lib/permissions";

const page = "/admin/corrections";
const messages = ["handled", "taken", "hidden", "hiddenBefore"] as const;

export async function generateMetadata() {
  const { locale } = await openStaffPage(page);
  return { title: (await getTranslations({ locale, namespace: "Staff.Corrections" }))("title") };
}

/** What readers told us, listing by listing. */
export default async function CorrectionsPage({ searchParams }: { searchParams: Promise<{ done?: string | string[] }> }) {
  const { actor } = await openStaffPage(page);
  const [t, locale] = [await getTranslations("Staff.Corrections"), await getLocale()];
  const [{ done }, listings, { timeZone }] = [await searchParams, await listCorrections(actor), await getCity(locale)];
  const message = messages.find((key) => key === done);
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      {message && <Notice>{t(`done.${message}`)}</Notice>}
      <p>{t("lead", { count: listings.reduce((sum, { corrections }) => sum + corrections.length, 0) })}</p>
      <p className="soft">{t("rule")}</p>
      {listings.map((listing) => (
        <ReportedListing key={listing.organizationId} listing={listing} locale={locale} timeZone={timeZone} handle={handleCorrections} hide={has(actor.role, "records.hide") ? hideReported : null} />
      ))}
    </main>
  );
}
