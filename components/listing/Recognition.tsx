import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/dates";

export type RecognitionProps = { recognizedOn: string; expiresOn: string; renewalPending: boolean };

/** Recognition by the Department of Justice in one sentence. A pending renewal keeps it (8 C.F.R. § 1292.16). */
export function Recognition({ recognition, today }: { recognition: RecognitionProps; today: string }) {
  const t = useTranslations("Listing");
  const date = formatDate(recognition.expiresOn, useLocale());
  const past = recognition.expiresOn < today;
  if (recognition.renewalPending) return <>{t(past ? "recognizedPending" : "recognizedRenewing", { date })}</>;
  return <>{t(past ? "recognizedExpired" : "recognizedUntil", { date })}</>;
}
