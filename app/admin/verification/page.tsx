import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { openStaffPage } from "../openStaffPage";
import { recordId } from "../recordId";
import { takeBackVerification, verifyListing } from "./actions";
import { ConfirmedLines } from "@/components/verification/ConfirmedLines";
import { CalledForm } from "@/components/verification/CalledForm";
import { TakeBackForm } from "@/components/verification/TakeBackForm";
import { Pages } from "@/components/listing/Pages";
import { Notice } from "@/components/staff/Notice";
import { readListing } from "@/data/listings";
import { listOwnVerifications } from "@/data/verification";
import { listCities } from "@/data/staffListings";
import { listDue, queuePageSize } from "@/data/verificationQueue";
import { formatPhone, telephoneLink } from "@/lib/phones";
import { isStorable } from "@/lib/texts";

const page = "/admin/verification";
const asked = z.object({
  soon: z.literal("1").optional().catch(undefined),
  city: z.string().max(200).refine(isStorable).catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  done: z.enum(["verified", "takenBack", "notTakenBack"]).optional().catch(undefined),
  confirmed: recordId.nullable().catch(null),
});
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const { locale } = await openStaffPage(page);
  return { title: (await getTranslations({ locale, namespace: "Staff.Verification" }))("title") };
}

/** What has to be confirmed, the most harmful first. */
export default async function VerificationPage({ searchParams }: Props) {
  const { actor, locale } = await openStaffPage(page);
  const [t, listing] = [await getTranslations("Staff.Verification"), await getTranslations("Listing")];
  const { soon, city, page: wanted, done, confirmed } = asked.parse(await searchParams);
  const [{ listings, total, today, page: number }, cities] = [await listDue({ soon: soon === "1", city, page: wanted }), await listCities()];
  const [own] = done === "verified" && confirmed ? await listOwnVerifications(actor, confirmed) : [];
  const name = (done && confirmed && (await readListing(confirmed, locale))?.name) || t("oneListing");
  const address = (to: number) => `${page}?${new URLSearchParams({ ...(soon ? { soon } : {}), ...(city ? { city } : {}), ...(to > 1 ? { page: String(to) } : {}) })}`;
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      {done && <Notice kind={done === "notTakenBack" ? "warning" : "done"}>{t(`done.${done}`, { name })}</Notice>}
      {own && <TakeBackForm action={takeBackVerification} id={own.id} about={name} next={address(number)} />}
      <p>{t("lead", { count: total })}</p>
      <p className="soft">{t("rule")}</p>
      <form method="get" action={page} className="filters" role="search" aria-label={t("filters")}>
        <div className="labelled">
          <label htmlFor="city">{t("city")}</label>
          <select id="city" name="city" defaultValue={city} className="field">
            <option value="">{t("allCities")}</option>
            {cities.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        <label className="choice">
          <input type="checkbox" name="soon" value="1" defaultChecked={soon === "1"} />
          {t("soon")}
        </label>
        <button type="submit" className="button button-quiet">
          {t("show")}
        </button>
      </form>
      <ol className="queue">
        {listings.map(({ id, listing: facts, seen, phones, rest, due, corrections }) => (
          <li key={id} className="card">
            <h2>
              <a href={`${page}/${id}`}>{facts.name}</a>
            </h2>
            <p className="row">
              {facts.phones.length === 0 && <span className="soft">{t("noPhone")}</span>}
              {facts.phones.map((phone) => (
                <a key={`${phone.number} ${phone.extension}`} href={telephoneLink(phone)} className="number">
                  {formatPhone(phone.number)}
                  {phone.extension && ` ${listing("extension", { extension: phone.extension })}`}
                </a>
              ))}
              {facts.kind === "hotline" && <span className="note">{t("hotline")}</span>}
              {facts.conflicts.length > 0 && <span className="note">{t("conflict")}</span>}
              {corrections > 0 && (
                <a href={`/admin/corrections#listing-${id}`} className="note">
                  {t("reports", { count: corrections })}
                </a>
              )}
            </p>
            <ConfirmedLines phones={facts.phones.length > 0 ? phones : undefined} rest={rest} today={today} locale={locale} />
            <div className="row">
              <CalledForm action={verifyListing} id={id} name={facts.name} seen={seen} next={address(number)} phones={due.phones && facts.phones.length > 0} />
              <a href={`/admin/listings/${id}`}>
                {t("changed")}
                <span className="sr-only">: {facts.name}</span>
              </a>
              <a href={`${page}/${id}#link`}>
                {t("mail")}
                <span className="sr-only">: {facts.name}</span>
              </a>
            </div>
          </li>
        ))}
      </ol>
      <Pages page={number} count={Math.ceil(total / queuePageSize)} path={address} />
    </main>
  );
}
