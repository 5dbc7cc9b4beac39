import { getTranslations } from "next-intl/server";
import { getGuide } from "@/data/guides";
import { listHotlines } from "@/data/listings";
import { formatOpenings } from "@/lib/hours";
import type { Locale } from "@/lib/locales";
import { formatPhone, telephoneLink } from "@/lib/phones";

/** The least that somebody needs with an agent before them: what to do, what to say, whom to call. */
export async function Essentials({ locale }: { locale: Locale }) {
  const [chapters, hotlines] = await Promise.all([getGuide("right-now", locale), listHotlines(locale)]);
  const section = await getTranslations({ locale, namespace: "Section" });
  const rightNow = await getTranslations({ locale, namespace: "RightNow" });
  const listing = await getTranslations({ locale, namespace: "Listing" });
  return (
    <>
      {chapters.map(({ slug, title, first, sections }) => (
        <section key={slug} className="mt-6 border-t border-edge pt-4">
          <p className="text-soft">{title}</p>
          <h2 className="text-alarm">{first ?? title}</h2>
          <ol className="mt-2 list-decimal space-y-3 ps-6">
            {sections.map(({ key, title, say }) => (
              <li key={key}>
                {title}
                {say.map(({ english, meaning, sounds }) => (
                  <p key={english} className="say mt-1">
                    <b lang="en" className="block text-[1.25rem] leading-tight">
                      {english}
                    </b>
                    {meaning}
                    {sounds && (
                      <span className="block">
                        {section("sounds")} <i>{sounds}</i>
                      </span>
                    )}
                  </p>
                ))}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <h2 className="mt-6">{rightNow("call")}</h2>
      <ul role="list" className="mt-3 space-y-3">
        {hotlines.map(({ id, name, phones, schedules, verification, conflicts }) => (
          <li key={id}>
            {phones.map((phone) => (
              <a key={phone.number} href={telephoneLink(phone)} className="call">
                <span>{name}</span>
                <span>
                  {formatPhone(phone.number)}
                  {phone.extension && ` ${listing("extension", { extension: phone.extension })}`}
                </span>
              </a>
            ))}
            <p className="mt-1 text-base">{schedules.length > 0 ? formatOpenings(schedules, locale).join("; ") : listing("hoursUnknown")}</p>
            {!verification && <p className="note mt-1">{listing("notConfirmed")}</p>}
            {conflicts.map(({ text }) => (
              <p key={text} className="note mt-1">
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
