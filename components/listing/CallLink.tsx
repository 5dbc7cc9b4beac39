import { useTranslations } from "next-intl";
import { formatPhone, telephoneLink } from "@/lib/phones";

/** One tap to call. */
export function CallLink({ phone, name }: { phone: { number: string; extension: string | null }; name: string }) {
  const t = useTranslations("Listing");
  return (
    <a className="call" href={telephoneLink(phone)}>
      <span>
        {t("call")}
        <span className="sr-only"> {name}:</span>
      </span>
      <span className="whitespace-nowrap">
        {formatPhone(phone.number)}
        {phone.extension && ` ${t("extension", { extension: phone.extension })}`}
      </span>
    </a>
  );
}
