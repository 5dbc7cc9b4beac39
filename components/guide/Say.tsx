import { useTranslations } from "next-intl";
import type { Phrase } from "@/lib/texts";

/** A phrase to say, in English first. Its link makes it fill the screen, to be held up to an agent. */
export function Say({ phrase, id }: { phrase: Phrase; id: string }) {
  const t = useTranslations("Section");
  return (
    // The way back leads to the place around the figure, which is on the page also while the figure fills the screen.
    <div id={`${id}-place`}>
      <figure className="say" id={id}>
        <blockquote lang="en">{phrase.english}</blockquote>
        <figcaption>
          <p className="meaning mt-1 text-base text-soft">
            <span className="sr-only">{t("means")} </span>
            {phrase.meaning}
            {phrase.sounds && (
              <span className="block">
                {t("sounds")} <i>{phrase.sounds}</i>
              </span>
            )}
          </p>
          <p>
            <a href={`#${id}`} className="show">
              {t("show")}
              <span className="sr-only" lang="en">
                : {phrase.english}
              </span>
            </a>
            <a href={`#${id}-place`} className="back pill">
              {t("back")}
            </a>
          </p>
        </figcaption>
      </figure>
    </div>
  );
}
