import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import type { ListingProps } from "./ListingCard";
import { Hours } from "./Hours";
import { languageName } from "@/lib/languageName";
import { formatPhone } from "@/lib/phones";

export type FactsProps = Pick<ListingProps, "phones" | "addresses" | "schedules" | "languages" | "text" | "cost"> & { website: string | null; email: string | null; services: { name: string }[] };

/** The facts that somebody is asked about, in short, for reading them out and checking them. */
export function FactsList({ listing }: { listing: FactsProps }) {
  const t = useTranslations("Listing");
  const unknown = useTranslations("Confirm")("unknown");
  const locale = useLocale();
  const { phones, addresses, text } = listing;
  const languages = text.languagesNote ?? new Intl.ListFormat(locale).format(listing.languages.map((code) => languageName(code, locale)));
  const facts: [string, ReactNode][] = [
    [t("facts.phone"), phones.map(({ number, extension }) => formatPhone(number) + (extension ? ` ${t("extension", { extension })}` : "")).join(" · ") || unknown],
    [t("address"), addresses.map(({ address1, address2, city, stateProvince, postalCode }) => [address1, address2, city, `${stateProvince} ${postalCode}`].filter(Boolean).join(", ")).join(" · ") || unknown],
    [t("hours"), listing.schedules.length > 0 ? <Hours key="hours" schedules={listing.schedules} /> : (text.hoursNote ?? unknown)],
    [t("intake"), text.intake ?? unknown],
    [t("languages"), languages || unknown],
    [t("services"), listing.services.map(({ name }) => name).join(" · ") + (listing.cost ? ` · ${t(listing.cost)}` : "")],
    [t("website"), listing.website ?? unknown],
    [t("email"), listing.email ?? unknown],
  ];
  return (
    <dl className="text">
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt className="font-semibold">{name}</dt>
          <dd className="break-words">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
