import { useTranslations } from "next-intl";
import { formatDate } from "@/lib/dates";
import { verifiedFacts } from "@/lib/verification";

type Confirmed = { on: string; until: string } | null;

/** When a listing was last confirmed, part by part. Absent parts (no phone) are left out. */
export function ConfirmedLines({ phones, rest, today, locale }: { phones?: Confirmed | undefined; rest: Confirmed; today: string; locale: string }) {
  const t = useTranslations("Staff.Verification");
  const parts = { phones, rest };
  const day = (date: string) => formatDate(date, locale);
  return (
    <ul>
      {verifiedFacts.map((kind) => {
        const confirmed = parts[kind];
        if (confirmed === undefined) return null;
        const sentence = confirmed ? t(confirmed.until >= today ? "confirmed" : "overdue", { date: day(confirmed.on), until: day(confirmed.until) }) : t("never");
        return (
          <li key={kind}>
            {t(kind)}: {sentence}
          </li>
        );
      })}
    </ul>
  );
}
