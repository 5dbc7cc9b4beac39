import { useLocale, useTranslations } from "next-intl";
import { longestSearch, type HelpFilters } from "@/lib/helpFilters";
import { languageName } from "@/lib/languageName";

type Props = { action: string; filters: HelpFilters; needs: { code: string; name: string }[]; languages: string[]; faults: string[]; asked: Record<string, string> };

/** Search and filters: an ordinary GET form, so that the address says everything and no script is needed. */
export function HelpForm({ action, filters, needs, languages, faults, asked }: Props) {
  const t = useTranslations("FindHelp");
  const locale = useLocale();
  const choices = [filters.zip, filters.need, filters.language, filters.free, filters.recognized].filter(Boolean).length;
  const fault = (name: string, hint?: string) =>
    faults.includes(name) ? { "aria-invalid": true, "aria-describedby": ["faults", hint].filter(Boolean).join(" ") } : { "aria-describedby": hint };
  const spoken = languages.map((code) => ({ code, name: languageName(code, locale) })).sort((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <form action={action} method="get" role="search" className="mt-3" noValidate>
      <label htmlFor="q" className="text-base">
        {t("searchLabel")}
      </label>
      <div className="mt-1 flex gap-2">
        <input id="q" name="q" type="search" className="field min-w-0" defaultValue={asked.q} maxLength={longestSearch} autoComplete="off" enterKeyHint="search" {...fault("q")} />
        <button className="button">{t("search")}</button>
      </div>
      <details className="fold mt-2" open={faults.length > 0}>
        <summary>{choices > 0 ? t("filtersChosen", { count: choices }) : t("filters")}</summary>
        <div className="grid gap-3 pb-2 sm:grid-cols-2 lg:grid-cols-1">
          <p>
            <label htmlFor="zip">{t("zip")}</label>
            <input id="zip" name="zip" className="field" defaultValue={asked.zip} inputMode="numeric" maxLength={5} autoComplete="off" {...fault("zip", "zip-hint")} />
            <span id="zip-hint" className="text-base text-soft">
              {t("zipHint")}
            </span>
          </p>
          <p>
            <label htmlFor="need">{t("need")}</label>
            <select id="need" name="need" className="field" defaultValue={filters.need ?? ""} {...fault("need")}>
              <option value="">{t("anyNeed")}</option>
              {needs.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </p>
          <p>
            <label htmlFor="language">{t("language")}</label>
            <select id="language" name="language" className="field" defaultValue={filters.language ?? ""} {...fault("language")}>
              <option value="">{t("anyLanguage")}</option>
              {spoken.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </p>
          <p>
            <label className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="free" value="1" defaultChecked={filters.free} className="size-6" {...fault("free")} />
              {t("free")}
            </label>
            <label className="flex min-h-11 items-center gap-3">
              <input type="checkbox" name="recognized" value="1" defaultChecked={filters.recognized} className="size-6" {...fault("recognized")} />
              {t("recognized")}
            </label>
          </p>
          <p>
            <button className="button">{t("apply")}</button>
          </p>
        </div>
      </details>
      {(choices > 0 || asked.q) && (
        <a href={action} className="inline-flex min-h-11 items-center">
          {t("clear")}
        </a>
      )}
    </form>
  );
}
