import { useLocale, useTranslations } from "next-intl";
import { formatDays, formatTime, type Opening } from "@/lib/hours";

/** When it is open, or that nobody knows. */
export function Hours({ schedules }: { schedules: Opening[] }) {
  const t = useTranslations("Listing");
  const locale = useLocale();
  if (schedules.length === 0) return <>{t("hoursUnknown")}</>;
  return (
    <>
      {schedules.map(({ byday, opensAt, closesAt }) => (
        <span key={byday + opensAt} className="block first-letter:uppercase">
          {formatDays(byday, locale)}: {formatTime(opensAt, locale)}–{formatTime(closesAt, locale)}
        </span>
      ))}
    </>
  );
}
