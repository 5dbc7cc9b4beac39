import { chooseLanguage } from "./sign-in/actions";
import { languageName } from "@/lib/languageName";
import { locales, type Locale } from "@/lib/locales";

/** The other languages, each in its own words, for people who are not signed in. */
export function LanguageForm({ locale, token }: { locale: Locale; token?: string }) {
  return (
    <form action={chooseLanguage} className="row">
      {token && <input type="hidden" name="token" value={token} />}
      {locales
        .filter((other) => other !== locale)
        .map((other) => (
          <button key={other} name="language" value={other} lang={other} className="link">
            {languageName(other, other)}
          </button>
        ))}
    </form>
  );
}
