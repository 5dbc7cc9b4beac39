import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { openStaffPage } from "../../../../../../admin/openStaffPage";
import { About } from "@/components/city/About";
import { Accessibility } from "@/components/city/Accessibility";
import { Home } from "@/components/city/Home";
import { Directive } from "@/components/directive/Directive";
import { DirectiveList } from "@/components/directive/DirectiveList";
import { Chapter } from "@/components/guide/Chapter";
import { RightNowChapter } from "@/components/guide/RightNowChapter";
import { Listing } from "@/components/listing/Listing";
import { Page } from "@/components/ui/Page";
import { getCity } from "@/data/city";
import { previewRevision, type Preview } from "@/data/preview";
import { cityPages, type CityPage } from "@/lib/cityPages";
import { clockOf, type Clock } from "@/lib/hours";
import { eachLocale, isLocale } from "@/lib/locales";
import { endOf } from "@/lib/moments";
import type { GuideKey } from "@/data/guides";

type Props = { params: Promise<{ locale: string; revision: string }>; searchParams: Promise<{ on?: string | string[]; at?: string | string[]; page?: string | string[] }> };
const text = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : null);

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "Staff.Preview" });
  return { title: t("title", { name: "" }) };
}

/** The page of one version of a record, as residents would see it (docs/decisions/0008-revisions.md). */
export default async function PreviewFrame({ params, searchParams }: Props) {
  const { actor } = await openStaffPage("/admin/preview/frame/[locale]/[revision]");
  const [{ locale, revision }, { on, at, page }] = [await params, await searchParams];
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const [t, present] = [await getTranslations("Staff.Preview"), await getCity(locale)];
  const day = text(on);
  const moment = day ? endOf(day, text(at), present.timeZone) : null;
  // Not a page of its own where there is no such change: it could not stand in a frame.
  const preview = (await previewRevision(actor, revision, locale, moment)) ?? { kind: "gone" as const };
  const city = preview.kind === "city" ? preview.city : present;
  const cityPage = cityPages.find((name) => name === page) ?? "home";
  const paths = eachLocale((other) => `/admin/preview/frame/${other}/${revision}?${new URLSearchParams({ page: cityPage })}`);
  return (
    <Page city={city} paths={paths} wide={preview.kind === "chapter" || preview.kind === "directive"}>
      <Body preview={preview} page={cityPage} clock={clockOf(city.timeZone, moment ?? new Date())} words={(kind) => t(kind)} />
    </Page>
  );
}

type BodyProps = { preview: Preview | { kind: "gone" }; page: CityPage; clock: Clock; words: (kind: "hidden" | "impossible" | "gone") => string };

function Body({ preview, page, clock, words }: BodyProps) {
  switch (preview.kind) {
    case "city":
      return <BodyOfCity preview={preview} page={page} clock={clock} />;
    case "listing":
      return <Listing listing={preview.listing} clock={clock} />;
    case "chapter":
      return preview.guideKey === ("right-now" satisfies GuideKey) ? <RightNowChapter chapter={preview.chapter} top /> : <Chapter chapter={preview.chapter} />;
    case "directive":
      return <Directive directive={preview.directive} />;
    default:
      return <p className="note">{words(preview.kind)}</p>;
  }
}

function BodyOfCity({ preview: { city, hotlines, directives }, page, clock }: { preview: Extract<Preview, { kind: "city" }>; page: CityPage; clock: Clock }) {
  switch (page) {
    case "home":
      return <Home city={city} hotlines={hotlines} clock={clock} />;
    case "directives":
      return <DirectiveList city={city} directives={directives} />;
    case "about":
      return <About city={city} />;
    case "accessibility":
      return <Accessibility office={city.office} />;
  }
}
