import { useTranslations } from "next-intl";
import type { Phrase } from "@/lib/texts";

/** A phrase to say, in English first. Its link makes it fill the screen, to be held up to an agent. */
export function Say({ phrase, id }: { phrase: Phrase; id: string }) {
  const t = useTranslations("Section");
  return (
    <div id={`${id}-place`}>
    <figure className="say" id={id}>
      <blockquote lang="en">{phrase.english}</blockquote>
      <figcaption className="meaning mt-1 text-base text-soft">
        <span className="sr-only">{t("means")} </span>
        {phrase.meaning}
        {phrase.sounds && (
          <span className="block">
            {t("sounds")} <i>{phrase.sounds}</i>
          </span>
        )}
      </figcaption>
      <p className="flex gap-4">
        <a href={`#${id}`} className="show" aria-label={t("showPhrase", { phrase: phrase.english })}>
          {t("show")}
        </a>
        <a href={`#${id}-place`} className="back pill">
          {t("back")}
        </a>
      </p>
    </figure>
    </div>
  );
}
