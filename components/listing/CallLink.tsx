import { useTranslations } from "next-intl";
import { formatPhone, telephoneLink } from "@/lib/phones";

/** One tap to call. */
export function CallLink({ phone, name, label }: { phone: { number: string; extension: string | null }; name: string; label?: string }) {
  const t = useTranslations("Listing");
  const number = formatPhone(phone.number) + (phone.extension ? ` ext. ${phone.extension}` : "");
  return (
    <a className="call" href={telephoneLink(phone)} aria-label={t("callNumber", { name, number })}>
      <span>{label ?? t("call")}</span>
      <span className="whitespace-nowrap">{number}</span>
    </a>
  );
}
