import { useLocale, useTranslations } from "next-intl";
import { CallLink } from "./CallLink";
import { Confirmation } from "./Confirmation";
import { Hours } from "./Hours";
import { OpenNow } from "./OpenNow";
import type { ListingProps } from "./ListingCard";
import { StaleNote } from "@/components/ui/StaleNote";
import { pathTo } from "@/i18n/navigation";
import type { Clock } from "@/lib/hours";

/** Hotlines, each one tap to call, with what is known and not known about it. noted: the page says above them that a translation is old. */
export function Hotlines({ hotlines, clock, noted = false }: { hotlines: ListingProps[]; clock: Clock; noted?: boolean }) {
  const t = useTranslations("Listing");
  const locale = useLocale();
  return (
    <>
      {/* Once for all of them: what to do is to call. */}
      <StaleNote stale={!noted && hotlines.some(({ staleInShort, text, conflicts }) => staleInShort && (text.coverage || conflicts.length > 0))} />
      <ul role="list" className="mt-3 space-y-4">
        {hotlines.map((hotline) => (
          <li key={hotline.id} className="card p-3">
            <h3>
              <a href={pathTo({ pathname: "/find-help/[slug]", params: { slug: hotline.slug } }, locale)} className="inline-flex min-h-11 items-center">
                {hotline.name}
              </a>
            </h3>
            {hotline.text.coverage && (
              <p className="text-base text-soft">
                {t("coverage")} {hotline.text.coverage}
              </p>
            )}
            {hotline.phones.map((phone) => (
              <div key={phone.number} className="mt-2">
                <CallLink phone={phone} name={hotline.name} />
              </div>
            ))}
            <p className="mt-2 text-base">
              <Hours schedules={hotline.schedules} />
            </p>
            <OpenNow schedules={hotline.schedules} clock={clock} />
            <Confirmation verification={hotline.verification} today={clock.today} />
            {hotline.conflicts.map(({ text }) => (
              <p key={text} className="note mt-2">
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
