import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { openStaffPage } from "../../../../../../admin/openStaffPage";
import { Directive } from "@/components/directive/Directive";
import { Chapter } from "@/components/guide/Chapter";
import { RightNowChapter } from "@/components/guide/RightNowChapter";
import { Listing } from "@/components/listing/Listing";
import { Page } from "@/components/ui/Page";
import { getCity } from "@/data/city";
import { previewRevision, type Preview } from "@/data/preview";
import { clockOf, type Clock } from "@/lib/hours";
import { eachLocale, isLocale } from "@/lib/locales";
import { endOf } from "@/lib/moments";
import type { GuideKey } from "@/data/guides";

type Props = { params: Promise<{ locale: string; revision: string }>; searchParams: Promise<{ on?: string | string[]; at?: string | string[] }> };
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
  const [{ locale, revision }, { on, at }] = [await params, await searchParams];
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const [t, city] = [await getTranslations("Staff.Preview"), await getCity(locale)];
  const day = text(on);
  const moment = day ? endOf(day, text(at), city.timeZone) : null;
  const preview = await previewRevision(actor, revision, locale, moment);
  if (!preview) notFound();
  const wide = preview.kind === "chapter" || preview.kind === "directive";
  return (
    <Page city={city} paths={eachLocale((other) => `/admin/preview/frame/${other}/${revision}`)} wide={wide}>
      <Body preview={preview} clock={clockOf(city.timeZone, moment ?? new Date())} words={(kind) => t(kind)} />
    </Page>
  );
}

function Body({ preview, clock, words }: { preview: Preview; clock: Clock; words: (kind: "hidden" | "noPage" | "impossible") => string }) {
  switch (preview.kind) {
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
