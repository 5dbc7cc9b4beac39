import { useLocale, useTranslations } from "next-intl";
import { formatOpenings, type Opening } from "@/lib/hours";

/** When it is open, or that nobody knows. */
export function Hours({ schedules }: { schedules: Opening[] }) {
  const t = useTranslations("Listing");
  const locale = useLocale();
  if (schedules.length === 0) return <>{t("hoursUnknown")}</>;
  return (
    <>
      {formatOpenings(schedules, locale).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </>
  );
}
