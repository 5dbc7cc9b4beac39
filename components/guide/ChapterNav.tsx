import { useTranslations } from "next-intl";

/** The part before and the part after. */
export function ChapterNav({ chapters, current }: { chapters: { slug: string; title: string; path: string }[]; current: string }) {
  const t = useTranslations("Guide");
  const at = chapters.findIndex(({ slug }) => slug === current);
  const neighbours = [
    { chapter: chapters[at - 1], words: t("previous"), rel: "prev" },
    { chapter: chapters[at + 1], words: t("next"), rel: "next" },
  ];
  return (
    <nav aria-label={t("neighbors")} className="no-print mt-6">
      <p className="text-base text-soft">{t("chapterOf", { number: at + 1, count: chapters.length })}</p>
      <ul role="list" className="mt-2 space-y-3">
        {neighbours.map(
          ({ chapter, words, rel }) =>
            chapter && (
              <li key={rel}>
                <a href={chapter.path} rel={rel} className="card task">
                  <span>
                    <small>{words}</small>
                    <b>{chapter.title}</b>
                  </span>
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
