import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/dates";

type Verification = { verifiedOn: string; validUntil: string } | null;

/** Has anybody confirmed this listing, and does it still count? */
export function Confirmation({ verification, today }: { verification: Verification; today: string }) {
  const t = useTranslations("Listing");
  const locale = useLocale();
  if (!verification) return <p className="note mt-2">{t("notConfirmed")}</p>;
  const date = formatDate(verification.verifiedOn, locale);
  return verification.validUntil >= today ? <p className="note note-open mt-2">{t("confirmed", { date })}</p> : <p className="note mt-2">{t("overdue", { date })}</p>;
}
