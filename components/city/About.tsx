import { useTranslations } from "next-intl";
import { Markdown } from "@/components/ui/Markdown";
import { StaleNote } from "@/components/ui/StaleNote";

type City = { about: string; stale: boolean; links: { key: string; url: string; name: string }[] };

/** What this guide is, who keeps it, how it knows what it says, and the offices that it leads to. */
export function About({ city }: { city: City }) {
  const t = useTranslations("About");
  return (
    <div className="text">
      <h1>{t("title")}</h1>
      <h2>{t("whatTitle")}</h2>
      <Markdown text={city.about} />
      <StaleNote stale={city.stale} />
      <h2>{t("factsTitle")}</h2>
      <p>{t("facts")}</p>
      <p>{t("unknown")}</p>
      <p>{t("confirmed")}</p>
      <h2>{t("lawyerTitle")}</h2>
      <p>{t("lawyer")}</p>
      <h2>{t("linksTitle")}</h2>
      <ul role="list">
        {city.links.map(({ key, url, name }) => (
          <li key={key}>
            <a href={url} rel="noopener noreferrer" className="inline-flex min-h-11 items-center">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
