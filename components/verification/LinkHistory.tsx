import { useTranslations } from "next-intl";
import { formatDate } from "@/lib/dates";
import { clockOf, type Clock } from "@/lib/hours";

type Link = { id: string; sentTo: string | null; createdAt: Date; expiresAt: Date; usedAt: Date | null };

/** The links that an organization was given, and whether they were used. */
export function LinkHistory({ links, clock, locale }: { links: Link[]; clock: Clock; locale: string }) {
  const t = useTranslations("Staff.Verification");
  const day = (date: Date) => formatDate(clockOf(clock.timeZone, date).today, locale);
  if (links.length === 0) return null;
  return (
    <>
      <h3>{t("links")}</h3>
      <ul>
        {links.map(({ id, sentTo, createdAt, expiresAt, usedAt }) => (
          <li key={id}>
            {sentTo && `${sentTo}: `}
            {usedAt ? t("linkUsed", { date: day(createdAt), used: day(usedAt) }) : expiresAt > clock.now ? t("linkOpen", { date: day(createdAt), until: day(expiresAt) }) : t("linkEnded", { date: day(createdAt) })}
          </li>
        ))}
      </ul>
    </>
  );
}
