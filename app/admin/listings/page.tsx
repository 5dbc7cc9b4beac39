import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../openStaffPage";
import { recordId } from "../recordId";
import { correctListing } from "./actions";
import { CorrectionForm } from "@/components/listingForm/CorrectionForm";
import { ListingFilters } from "@/components/listingForm/ListingFilters";
import { ListingTable } from "@/components/listingForm/ListingTable";
import { NewListings } from "@/components/listingForm/NewListings";
import { Pages } from "@/components/listing/Pages";
import { Notice } from "@/components/staff/Notice";
import { todayInCity } from "@/data/city";
import { listNeeds } from "@/data/listings";
import { getEditing, namesOf } from "@/data/revisions/read";
import { listSources } from "@/data/sourcesOfStaff";
import { listCities, listNewListings, listStaffListings, staffPageSize } from "@/data/staffListings";
import { formOfListing } from "@/lib/listingForm";
import { has } from "@/lib/permissions";
import { parseStaffListingQuery, staffListingQueryString } from "@/lib/staffListingQuery";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const { locale } = await openStaffPage("/admin/listings");
  const t = await getTranslations({ locale, namespace: "Staff.Listings" });
  return { title: t("title") };
}

export default async function ListingsPage({ searchParams }: Props) {
  const { actor, locale } = await openStaffPage("/admin/listings");
  const params = await searchParams;
  const { query: asked, faults } = parseStaffListingQuery(params);
  const [t, form] = [await getTranslations("Staff.Listings"), await getTranslations("Staff.Form")];
  const today = await todayInCity();
  const [{ rows, total, page, similar }, fresh, cities, needs] = await Promise.all([listStaffListings(asked, today), listNewListings(), listCities(), listNeeds(locale)]);
  const query = { ...asked, page };
  const mayPropose = has(actor.role, "listings.propose");
  const correcting = recordId.safeParse(params.correct);
  const correction = mayPropose && correcting.success && rows.some(({ id }) => id === correcting.data) ? await correctionOf(correcting.data) : null;
  const path = (change: Partial<typeof query>) => `/admin/listings${staffListingQueryString({ ...query, ...change })}`;
  return (
    <main id="main">
      <div className="row">
        <h1>{t("title")}</h1>
        {mayPropose && (
          <a href="/admin/listings/new" className="button button-quiet inline-button">
            {t("add")}
          </a>
        )}
      </div>
      {params.done === "submitted" && <Notice>{form("done.submitted")}</Notice>}
      {faults.length > 0 && <Notice kind="warning">{t("faults")}</Notice>}
      <ListingFilters query={query} cities={cities} needs={needs} />
      <NewListings listings={fresh} names={await namesOf(fresh.flatMap(({ authorIds }) => authorIds))} />
      <p role="status">{similar ? t("similar", { count: total }) : t("count", { count: total })}</p>
      {rows.length > 0 && (
        <ListingTable
          rows={rows}
          correctPath={mayPropose ? (id) => `/admin/listings${addTo(staffListingQueryString(query), "correct", id)}` : null}
          correction={correction && { id: correction.id, form: <CorrectionForm action={correctListing} {...correction} today={today} href={`/admin/listings/${correction.id}`} back={staffListingQueryString(query)} /> }}
        />
      )}
      <Pages page={page} count={Math.ceil(total / staffPageSize)} path={(page) => path({ page })} />
    </main>
  );
}

const addTo = (queryString: string, name: string, value: string) => `${queryString}${queryString ? "&" : "?"}${name}=${value}`;

/** What the form in the row begins with. */
async function correctionOf(id: string) {
  const editing = await getEditing("Organization", id);
  const present = editing?.open?.document ?? editing?.approved;
  if (!editing || !present) return null;
  const sources = await listSources([...Object.values(present.sources).flat(), ...(editing.open?.sourceKey ? [editing.open.sourceKey] : [])]);
  const values = Object.fromEntries(Object.entries(formOfListing(present)).filter(([name]) => /^(phones|schedules|website)\b/.test(name)));
  return { id, version: editing.version, sources, values: { ...values, ...(editing.open?.sourceKey ? { sourceKey: [editing.open.sourceKey] } : {}) } };
}
