import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { mailConfirmationLink, takeBackVerification, verifyListing } from "../actions";
import { FactsList } from "@/components/listing/FactsList";
import { LinkHistory } from "@/components/verification/LinkHistory";
import { TakeBackForm } from "@/components/verification/TakeBackForm";
import { VerificationHistory } from "@/components/verification/VerificationHistory";
import { VerifyForm } from "@/components/verification/VerifyForm";
import { ActionForm } from "@/components/staff/ActionForm";
import { ErrorSummary } from "@/components/staff/ErrorSummary";
import { Field } from "@/components/staff/Field";
import { Notice } from "@/components/staff/Notice";
import { ShownOnce } from "@/components/staff/ShownOnce";
import { SubmitButton } from "@/components/staff/SubmitButton";
import { getCity } from "@/data/city";
import { listConfirmationLinks } from "@/data/confirmationLinks";
import { readListing } from "@/data/listings";
import { getEditing } from "@/data/revisions/read";
import { listOwnVerifications, listVerifications } from "@/data/verification";
import { pathTo } from "@/i18n/navigation";
import { clockOf } from "@/lib/hours";
import { factsHashes } from "@/lib/verification";

const page = "/admin/verification/[id]";
const messages = ["verified", "takenBack", "notTakenBack", "mailed"] as const;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata() {
  const { locale } = await openStaffPage(page);
  return { title: (await getTranslations({ locale, namespace: "Staff.Verification" }))("title") };
}

/** Everything about confirming one listing: its facts, by whom and when they were confirmed, and the link for the organization. */
export default async function VerifyListingPage({ params, searchParams }: Props) {
  const { actor } = await openStaffPage(page);
  const [t, locale] = [await getTranslations("Staff.Verification"), await getLocale()];
  const [{ id }, { done }] = [await params, await searchParams];
  const listing = (await getEditing("Organization", id))?.approved;
  if (!listing) notFound();
  const [seenByResidents, verifications, links, { timeZone }] = [await readListing(id, locale), await listVerifications(id), await listConfirmationLinks(id), await getCity(locale)];
  const own = await listOwnVerifications(actor, id);
  const clock = clockOf(timeZone);
  const message = messages.find((key) => key === done);
  const here = `/admin/verification/${encodeURIComponent(id)}`;
  return (
    <main id="main">
      <p>
        <a href="/admin/verification">{t("back")}</a>
      </p>
      <h1>{listing.name}</h1>
      {message && <Notice kind={message === "notTakenBack" ? "warning" : "done"}>{t(`done.${message}`, { name: listing.name })}</Notice>}
      {message === "verified" && own[0] && <TakeBackForm action={takeBackVerification} id={own[0].id} about={listing.name} next={here} />}
      <section className="card">
        <h2>{t("asSeen")}</h2>
        {seenByResidents ? <FactsList listing={seenByResidents} /> : <p className="note">{t("hidden")}</p>}
        <p className="row">
          {seenByResidents && <a href={pathTo({ pathname: "/find-help/[slug]", params: { slug: listing.slug } }, locale)}>{t("asResident")}</a>}
          <a href={`/admin/listings/${encodeURIComponent(id)}`}>{t("changed")}</a>
        </p>
      </section>
      {seenByResidents && (
        <>
          <section className="card">
            <h2>{t("confirmTitle")}</h2>
            <VerifyForm action={verifyListing} id={id} seen={factsHashes(listing)} next={here} today={clock.today} phones={listing.phones.length > 0} />
          </section>
          <section className="card" id="link">
            <h2>{t("linkTitle")}</h2>
            <p>{t("linkText")}</p>
            <ActionForm action={mailConfirmationLink}>
              <ErrorSummary />
              <ShownOnce>
                <p>{t("linkShown")}</p>
              </ShownOnce>
              <input type="hidden" name="id" value={id} />
              <Field type="email" name="email" label={t("email")} hint={t("emailHint")} defaultValue={listing.email} maxLength={254} autoComplete="off" />
              <SubmitButton quiet>{t("make")}</SubmitButton>
            </ActionForm>
            <LinkHistory links={links} clock={clock} locale={locale} />
          </section>
        </>
      )}
      <section className="card">
        <h2>{t("history")}</h2>
        <VerificationHistory verifications={verifications} locale={locale} own={own} takeBack={takeBackVerification} next={here} />
      </section>
    </main>
  );
}
