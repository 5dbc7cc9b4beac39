import { useLocale, useTranslations } from "next-intl";
import { fieldName } from "./fieldName";
import { linesOf } from "./linesOf";
import { changeRows } from "@/lib/changeRows";
import type { AnyDocument } from "@/lib/documents";
import { languageName } from "@/lib/languageName";

/** Everything that a document says, field by field; what it does not say is left out. */
export function WholeDocument({ document, names }: { document: AnyDocument; names: ReadonlyMap<string, string> }) {
  const [t, locale] = [useTranslations("Staff.FieldNames"), useLocale()];
  const rows = changeRows(null, document).map(({ path, sides }) => ({ path, sides: sides.map(({ locale: language, after }) => ({ language, lines: linesOf(path, after, { t, locale, names }) })) }));
  return (
    <dl className="facts">
      {rows
        .filter(({ sides }) => sides.some(({ lines }) => lines.length > 0))
        .map(({ path, sides }) => (
          <div key={path}>
            <dt>{fieldName(t, path, locale)}</dt>
            {sides
              .filter(({ lines }) => lines.length > 0)
              .map(({ language, lines }) => (
                <dd key={language} className="lines" lang={language ?? undefined}>
                  {language && (
                    <span className="soft block" lang={locale}>
                      {languageName(language, locale)}
                    </span>
                  )}
                  {lines.join("\n")}
                </dd>
              ))}
          </div>
        ))}
    </dl>
  );
}
