import { useLocale, useTranslations } from "next-intl";
import { answerFields, longestAnswer } from "@/lib/confirmation";
import type { FactsHashes } from "@/lib/verification";

/** "Everything is right", or what is not. One of the two is sent, once. */
export function ConfirmForms({ token, seen }: { token: string; seen: FactsHashes }) {
  const t = useTranslations("Confirm");
  const locale = useLocale();
  const link = (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
    </>
  );
  return (
    <>
      <form method="post" action="/api/confirmations" className="text">
        {link}
        <input type="hidden" name="answer" value="right" />
        <input type="hidden" name="phones" value={seen.phones} />
        <input type="hidden" name="rest" value={seen.rest} />
        <button type="submit" className="button">
          {t("right")}
        </button>
        <p className="text-base text-soft">
          {t("rightText")} {t("once")}
        </p>
      </form>
      <details className="fold">
        <summary>{t("wrongTitle")}</summary>
        <form method="post" action="/api/confirmations" className="card text p-4">
          <p>{t("wrongText")}</p>
          {link}
          <input type="hidden" name="answer" value="wrong" />
          {answerFields.map((field) => (
            <div key={field}>
              <label htmlFor={field} className="block font-semibold">
                {t(field)}
              </label>
              {field === "note" && (
                <p id="note-hint" className="text-base text-soft">
                  {t("noteHint")}
                </p>
              )}
              {field === "note" ? (
                <textarea id={field} name={field} rows={3} maxLength={longestAnswer[field]} aria-describedby="note-hint" autoComplete="off" className="field py-2" />
              ) : (
                <input id={field} name={field} type={field === "phone" ? "tel" : "text"} maxLength={longestAnswer[field]} autoComplete="off" className="field" />
              )}
            </div>
          ))}
          <button type="submit" className="button">
            {t("send")}
          </button>
        </form>
      </details>
    </>
  );
}
