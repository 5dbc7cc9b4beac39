import { useLocale, useTranslations } from "next-intl";
import { fieldName } from "./fieldName";
import { LinesDiff } from "./LinesDiff";
import { linesOf } from "./linesOf";
import { SourceChanges } from "./SourceChanges";
import type { ChangeRow } from "@/lib/changeRows";
import { languageName } from "@/lib/languageName";

type Props = {
  rows: ChangeRow[];
  /** What people call codes (data/documentNames.ts). */
  names: ReadonlyMap<string, string>;
};

/** Numbers, days and addresses change whole: a number that is half old and half new misleads. */
const prose = /(^|\.)(name|alternateName|quotation|note|status)$/;

type Shown = { before: string[]; after: string[]; byWord: boolean };

/** How two documents differ, field by field and word by word, the languages of one text side by side; then their sources. */
export function Changes({ rows, names }: Props) {
  const [t, field, locale] = [useTranslations("Staff.Revisions"), useTranslations("Staff.FieldNames"), useLocale()];
  const shown = rows.filter(({ path }) => path !== "sources").map(({ path, sides }) => {
    const lines = (value: unknown) => linesOf(path, value, { t: field, locale, names });
    return { path, sides: sides.map(({ before, after, ...side }) => ({ ...side, before: lines(before), after: lines(after), byWord: side.locale !== null || prose.test(path) })) };
  });
  const sources = rows.find(({ path }) => path === "sources")?.sides[0];
  const isSaid = ({ before, after }: Shown) => before.length + after.length > 0;
  return (
    <div className="changes">
      {shown
        .filter(({ sides }) => sides.some(isSaid))
        .map(({ path, sides }) => (
          <section key={path} className="card">
            <h3>{fieldName(field, path, locale)}</h3>
            <div className="languages">
              {sides.map((side) => (
                <div key={side.locale}>
                  {side.locale && <p className="soft">{languageName(side.locale, locale)}</p>}
                  {isSaid(side) ? (
                    <div lang={side.locale ?? undefined}>
                      <LinesDiff before={side.before} after={side.after} byWord={side.byWord} />
                    </div>
                  ) : (
                    <p className="soft">{t("nothing")}</p>
                  )}
                  {side.locale && isSaid(side) && side.before.join("\n") === side.after.join("\n") && <p className="soft">{t("unchanged")}</p>}
                </div>
              ))}
            </div>
          </section>
        ))}
      {sources && (
        <section className="card">
          <h3>{fieldName(field, "sources", locale)}</h3>
          <SourceChanges {...sources} names={names} />
        </section>
      )}
    </div>
  );
}
