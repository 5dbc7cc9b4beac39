import { useLocale, useTranslations } from "next-intl";
import { correctionKinds, longestNote } from "@/lib/corrections";

/** "Something wrong here?": choices first, a few words if one likes, and nothing about the reader. Works without scripts, and answers with a page. */
export function SomethingWrong({ slug }: { slug: string }) {
  const t = useTranslations("Correct");
  return (
    <details className="fold no-print mt-4">
      <summary>{t("summary")}</summary>
      <form method="post" action="/api/corrections" className="card text mt-2 p-4">
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="locale" value={useLocale()} />
        <fieldset>
          <legend className="font-semibold">{t("legend")}</legend>
          {correctionKinds.map((kind) => (
            <label key={kind} className="flex min-h-12 items-center gap-3">
              <input type="radio" name="kind" value={kind} required className="size-6 flex-none accent-sea" />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </fieldset>
        <label htmlFor="note" className="block font-semibold">
          {t("note")}
        </label>
        <p id="note-hint" className="text-base text-soft">
          {t("hint")}
        </p>
        <textarea id="note" name="note" rows={2} maxLength={longestNote} autoComplete="off" aria-describedby="note-hint" className="field py-2" />
        <p className="text-base text-soft">{t("kept")}</p>
        <button type="submit" className="button">
          {t("send")}
        </button>
      </form>
    </details>
  );
}
