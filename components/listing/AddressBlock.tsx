import { useTranslations } from "next-intl";
import type { ListingProps } from "./ListingCard";

/** An address, and a link that opens the phone's own map: each system has its own kind of link (RFC 5870, Apple's maps:). */
export function AddressBlock({ address }: { address: ListingProps["addresses"][number] }) {
  const t = useTranslations("Listing");
  const { address1, address2, city, stateProvince, postalCode } = address;
  if (address1 === null)
    return (
      <>
        <address className="not-italic">
          {city}, {stateProvince} {postalCode}
        </address>
        <p className="note mt-2">{t("areaOnly")}</p>
      </>
    );
  const query = encodeURIComponent(`${address1}, ${city}, ${stateProvince} ${postalCode}`);
  return (
    <>
      <address className="not-italic">
        {address1}
        {address2 && `, ${address2}`}
        <br />
        {city}, {stateProvince} {postalCode}
      </address>
      {address.addressType === "postal" ? (
        <p className="note mt-2">{t("mailOnly")}</p>
      ) : (
        <p className="no-print flex flex-wrap items-center gap-x-5 text-base">
          {t("map")}
          <a href={`geo:0,0?q=${query}`} className="inline-flex min-h-11 items-center">
            {t("android")}
          </a>
          <a href={`maps:?q=${query}`} className="inline-flex min-h-11 items-center">
            {t("iphone")}
          </a>
        </p>
      )}
    </>
  );
}
