import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openStaffPage } from "../../openStaffPage";
import { recordId } from "../../recordId";
import { hideRecord, showRecord } from "../../hiding/actions";
import { OpenNotice } from "../../OpenNotice";
import { saveListing } from "../actions";
import { ListingLinks } from "@/components/listingForm/ListingLinks";
import { ListingForm } from "@/components/listingForm/ListingForm";
import { ListingNotices } from "@/components/listingForm/ListingNotices";
import { HideForm } from "@/components/staff/HideForm";
import { todayInCity } from "@/data/city";
import { listLanguages, listNeeds } from "@/data/listings";
import { getEditing } from "@/data/revisions/read";
import { listSources } from "@/data/sourcesOfStaff";
import { unknownPostalCodes } from "@/data/staffListings";
import { languageCodes } from "@/lib/languageCodes";
import { languageName } from "@/lib/languageName";
import { newListing } from "@/lib/importedListing";
import { formOfListing } from "@/lib/listingForm";
import { eachLocale } from "@/lib/locales";
import { has, may } from "@/lib/permissions";

const namedLanguages = (codes: string[], locale: string) =>
  [...new Set(codes)].map((code) => ({ code, name: languageName(code, locale) })).sort((a, b) => a.name.localeCompare(b.name, locale));

const outcomes = ["published", "submitted", "draft", "hidden"] as const;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ new?: string; done?: string; saved?: string }> };

async function read({ params, searchParams }: Props) {
  const parsed = recordId.safeParse((await params).id);
  const editing = parsed.success ? await getEditing("Organization", parsed.data) : null;
  if (!parsed.success || (!editing && (await searchParams).new !== "1")) notFound();
  return { id: parsed.data, version: 0, approved: null, open: null, ...editing };
}

export async function generateMetadata(props: Props) {
  const { locale } = await openStaffPage("/admin/listings/[id]");
  const t = await getTranslations({ locale, namespace: "Staff.Listings" });
  const { approved, open } = await read(props);
  return { title: (open?.document ?? approved)?.name ?? t("new") };
}

export default async function ListingPage(props: Props) {
  const { actor, locale } = await openStaffPage("/admin/listings/[id]");
  const { id, version, approved, open } = await read(props);
  const { done, saved } = await props.searchParams;
  const present = open?.document ?? approved;
  const [t, form] = [await getTranslations("Staff.Listings"), await getTranslations("Staff.Form.done")];
  const today = await todayInCity();
  const [needs, usual, sources, unknownZips] = await Promise.all([
    listNeeds(locale),
    listLanguages(),
    listSources([...Object.values(present?.sources ?? {}).flat(), ...(open?.sourceKey ? [open.sourceKey] : [])]),
    unknownPostalCodes(present?.locations.map(({ postalCode }) => postalCode) ?? []),
  ]);
  const href = `/admin/listings/${id}${version === 0 ? "?new=1" : ""}`;
  const hidden = approved?.hidden ?? false;
  const outcome = outcomes.find((outcome) => outcome === done);
  const mayPropose = has(actor.role, "translations.propose");
  const values = {
    ...formOfListing(present ?? { ...newListing, slug: "", name: "", services: [], text: eachLocale(() => ({})), phones: [], locations: [], languages: [], schedules: [], conflicts: [], sources: {} }),
    ...(open?.sourceKey ? { sourceKey: [open.sourceKey] } : {}),
    ...(open?.comment ? { comment: [open.comment] } : {}),
  };
  return (
    <main id="main">
      <p>
        <a href="/admin/listings">{t("back")}</a>
      </p>
      <h1>{present?.name ?? t("new")}</h1>
      <ListingNotices hidden={hidden} unknownZips={unknownZips} role={actor.role} />
      {open && <OpenNotice open={open} />}
      {present && <ListingLinks id={id} slug={approved && !approved.hidden ? approved.slug : null} revisionId={open?.id ?? null} mayVerify={approved !== null && has(actor.role, "listings.verify")} />}
      {approved && may(actor, "records.hide") !== "role" && !hidden && <HideForm kind="hide" action={hideRecord} entity="Organization" id={id} />}
      {hidden && open && <p>{t("showWaits")}</p>}
      {hidden && !open && has(actor.role, "listings.propose") && <HideForm kind="show" action={showRecord} entity="Organization" id={id} version={version} />}
      <ListingForm
        key={saved ?? ""}
        action={saveListing}
        done={outcome && form(outcome === "published" && hidden ? "approved" : outcome)}
        id={id}
        version={version}
        href={href}
        values={values}
        isNew={!approved}
        isWaiting={open?.state === "submitted"}
        needs={needs}
        languages={namedLanguages([...languageCodes, ...usual, ...(present?.languages ?? [])], locale)}
        usual={usual}
        sources={sources}
        today={today}
        mayPropose={mayPropose}
        mayPublish={approved !== null && may(actor, "revisions.approve") === "yes"}
      />
    </main>
  );
}
