import { useLocale, useTranslations } from "next-intl";
import { formatTime, openState, type Clock, type Opening } from "@/lib/hours";

/** Open or closed at this moment, in words; nothing where hours are not known. */
export function OpenNow({ schedules, clock }: { schedules: Opening[]; clock: Clock }) {
  const t = useTranslations("Listing");
  const locale = useLocale();
  const open = openState(schedules, clock.timeZone, clock.now);
  if (open.state === "unknown") return null;
  return open.state === "open" ? <p className="note note-open mt-2">{t("openNow", { time: formatTime(open.until, locale) })}</p> : <p className="note mt-2">{t("closedNow")}</p>;
}
