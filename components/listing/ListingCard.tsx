import { useLocale, useTranslations } from "next-intl";
import { CallLink } from "./CallLink";
import { Confirmation } from "./Confirmation";
import { OpenNow } from "./OpenNow";
import { Recognition } from "./Recognition";
import type { Clock, Opening } from "@/lib/hours";
import type { Locale } from "@/lib/locales";
import type { Recognition as RecognitionFacts } from "@/lib/recognition";
import type { TextOf } from "@/lib/texts";
import { pathTo } from "@/i18n/navigation";

export type ListingProps = {
  id: string;
  slug: string;
  name: string;
  text: Partial<TextOf<"Organization">>;
  /** Is any of its translated texts older than its English? */
  stale: boolean;
  /** Is one of those that stand where it is shown in short? */
  staleInShort: boolean;
  phones: { number: string; extension: string | null; type: string }[];
  addresses: { address1: string | null; address2: string | null; city: string; stateProvince: string; postalCode: string; addressType: string }[];
  schedules: Opening[];
  languages: string[];
  needs: { code: string; name: string }[];
  cost: "free" | "low" | null;
  recognition: ({ recognizedOn: string } & RecognitionFacts) | null;
  conflicts: { text: string }[];
  verification: { verifiedOn: string; validUntil: string } | null;
};

/** One organization in a list: enough to decide and to call. */
export function ListingCard({ listing, miles, clock }: { listing: ListingProps; miles: number | null; clock: Clock }) {
  const t = useTranslations("Listing");
  const locale: Locale = useLocale();
  const [address] = listing.addresses;
  const [phone] = listing.phones;
  const place = [address?.city, miles !== null && t("miles", { miles: Math.round(miles) })].filter(Boolean).join(" · ");
  const helps = [listing.cost && t(listing.cost), ...listing.needs.map(({ name }) => name)].filter(Boolean).join(" · ");
  return (
    <li className="card p-4">
      <h3>
        <a href={pathTo({ pathname: "/find-help/[slug]", params: { slug: listing.slug } }, locale)} className="inline-flex min-h-11 items-center">
          {listing.name}
        </a>
      </h3>
      {place && <p className="text-base text-soft">{place}</p>}
      {helps && <p className="text-base">{helps}</p>}
      {listing.recognition && (
        <p className="text-base text-soft">
          <Recognition recognition={listing.recognition} today={clock.today} />
        </p>
      )}
      <OpenNow schedules={listing.schedules} clock={clock} />
      <Confirmation verification={listing.verification} today={clock.today} />
      {listing.conflicts[0] && (
        <p className="note mt-2">
          {t("conflicts")}. {t("callFirst")}
        </p>
      )}
      <div className="mt-3">{phone ? <CallLink phone={phone} name={listing.name} /> : <p>{t("noPhone")}</p>}</div>
    </li>
  );
}
