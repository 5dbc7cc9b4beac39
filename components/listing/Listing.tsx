import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { AddressBlock } from "./AddressBlock";
import { CallLink } from "./CallLink";
import { Confirmation } from "./Confirmation";
import { Hours } from "./Hours";
import { ListingSources } from "./ListingSources";
import type { ListingProps } from "./ListingCard";
import { OpenNow } from "./OpenNow";
import { Recognition } from "./Recognition";
import { Markdown } from "@/components/ui/Markdown";
import { StaleNote } from "@/components/ui/StaleNote";
import type { SourceProps } from "@/components/ui/SourceList";
import { formatDate } from "@/lib/dates";
import type { Clock } from "@/lib/hours";
import { languageName } from "@/lib/languageName";

type Props = ListingProps & {
  alternateName: string | null;
  email: string | null;
  website: string | null;
  services: { name: string; description?: string }[];
  sources: Record<string, SourceProps[]>;
};

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-5 border-t border-edge pt-4">
      <h2 className="mb-1 text-[1.125rem]">{title}</h2>
      {children}
    </section>
  );
}

/** Everything known about one organization, and plainly what is not known. */
export function Listing({ listing, clock }: { listing: Props; clock: Clock }) {
  const t = useTranslations("Listing");
  const locale = useLocale();
  const { text, recognition } = listing;
  return (
    <>
      <h1>{listing.name}</h1>
      {listing.alternateName && <p className="text-soft">{listing.alternateName}</p>}
      {text.coverage && (
        <p className="text-soft">
          {t("coverage")} {text.coverage}
        </p>
      )}
      <OpenNow schedules={listing.schedules} clock={clock} />
      <Confirmation verification={listing.verification} today={clock.today} />
      <div className="mt-3 space-y-3">
        {listing.phones.map((phone) => (
          <CallLink key={phone.number} phone={phone} name={listing.name} />
        ))}
        {listing.phones.length === 0 && <p>{t("noPhone")}</p>}
      </div>
      {listing.conflicts.length > 0 && (
        <div className="note mt-3">
          <h2 className="text-[1rem]">{t("conflicts")}</h2>
          <ul className="list-disc ps-5">
            {listing.conflicts.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <StaleNote stale={listing.stale} />
      {text.intake && <Fact title={t("intake")}>{text.intake}</Fact>}
      <Fact title={t("address")}>
        {listing.addresses.length > 0 ? listing.addresses.map((address) => <AddressBlock key={`${address.address1} ${address.postalCode}`} address={address} />) : t("noneKnown")}
      </Fact>
      <Fact title={t("hours")}>
        {listing.schedules.length > 0 ? <Hours schedules={listing.schedules} /> : t("notKnownCall")}
        {text.hoursNote && <p>{text.hoursNote}</p>}
      </Fact>
      <Fact title={t("languages")}>
        {listing.languages.length > 0 && !text.languagesNote && <p>{new Intl.ListFormat(locale).format(listing.languages.map((code) => languageName(code, locale)))}</p>}
        {text.languagesNote && <p>{text.languagesNote}</p>}
        {listing.languages.length === 0 && !text.languagesNote && t("notKnownCall")}
      </Fact>
      <Fact title={t("services")}>
        <div className="text">
          {text.description && <Markdown text={text.description} />}
          {listing.services.map(({ name, description }) => (
            <div key={name}>
              <p className="font-semibold">
                {name}
                {listing.cost && ` · ${t(listing.cost)}`}
              </p>
              {description && <Markdown text={description} />}
            </div>
          ))}
          <p>
            {listing.needs.length > 0 ? (
              <>
                {t("helpsWith")}: {listing.needs.map(({ name }) => name).join(" · ")}
              </>
            ) : (
              t("helpUnknown")
            )}
          </p>
        </div>
      </Fact>
      {recognition && (
        <Fact title={t("facts.recognition")}>
          <p>
            <Recognition recognition={recognition} today={clock.today} />. {t("recognizedSince", { date: formatDate(recognition.recognizedOn, locale) })}.
          </p>
          <p className="text-base text-soft">{t("recognitionMeans")}</p>
        </Fact>
      )}
      {listing.website && (
        <Fact title={t("website")}>
          <a href={listing.website} rel="noopener noreferrer" className="inline-flex min-h-11 items-center break-all">
            {listing.website.replace(/^https?:\/\//, "")}
          </a>
        </Fact>
      )}
      {listing.email && (
        <Fact title={t("email")}>
          <a href={`mailto:${listing.email}`} className="inline-flex min-h-11 items-center break-all">
            {listing.email}
          </a>
        </Fact>
      )}
      <p className="note mt-6">{t("beware")}</p>
      <ListingSources sources={listing.sources} />
    </>
  );
}
