import { useLocale, useTranslations } from "next-intl";
import { wordDiff } from "@/lib/wordDiff";

/** What of a text came and went, word by word: marked, and said for those who do not see the marks. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const [t, locale] = [useTranslations("Staff.Revisions"), useLocale()];
  return wordDiff(before, after).map(({ kind, text }, index) => {
    if (kind === "same") return text;
    const Mark = kind === "added" ? "ins" : "del";
    return (
      <Mark key={index}>
        <span className="sr-only" lang={locale}>
          [{t(kind)}]{" "}
        </span>
        {text}
        <span className="sr-only" lang={locale}>
          {" "}
          [{t("end")}]{" "}
        </span>
      </Mark>
    );
  });
}
