import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/dates";
import { recognitionState, type Recognition as Facts } from "@/lib/recognition";

const words = { until: "recognizedUntil", renewing: "recognizedRenewing", overdue: "recognizedPending", ended: "recognizedExpired" } as const;

/** Recognition by the Department of Justice in one sentence. */
export function Recognition({ recognition, today }: { recognition: Facts; today: string }) {
  const t = useTranslations("Listing");
  return <>{t(words[recognitionState(recognition, today)], { date: formatDate(recognition.expiresOn, useLocale()) })}</>;
}
