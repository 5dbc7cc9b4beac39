import { useLocale, useTranslations } from "next-intl";
import { fieldName } from "./fieldName";
import { sourceChanges } from "@/lib/sourceChanges";

type Props = { before: unknown; after: unknown; names: ReadonlyMap<string, string> };

/** Which sources came and went, a line a fact; those that stay are folded away. */
export function SourceChanges({ before, after, names }: Props) {
  const [t, field, locale] = [useTranslations("Staff.Revisions.sources"), useTranslations("Staff.FieldNames"), useLocale()];
  const facts = sourceChanges(before, after).map(({ fact, ...keys }) => ({ ...keys, name: fact === null ? null : fieldName(field, fact, locale) }));
  const list = (keys: string[]) => keys.map((key) => names.get(`sources/${key}`) ?? key).join("; ");
  const changed = facts.filter(({ added, removed }) => added.length + removed.length > 0);
  const stay = facts.filter(({ kept }) => kept.length > 0);
  return (
    <>
      <ul className="lines">
        {changed.map(({ name, added, removed }) => (
          <li key={name}>
            {name && <strong>{name}: </strong>}
            {added.length > 0 && (
              <>
                {t("added", { count: added.length })} <ins>{list(added)}</ins>
              </>
            )}
            {added.length > 0 && removed.length > 0 && " · "}
            {removed.length > 0 && (
              <>
                {t("removed")} <del>{list(removed)}</del>
              </>
            )}
          </li>
        ))}
      </ul>
      {stay.length > 0 && (
        <details className="fold">
          <summary>{t("kept")}</summary>
          <ul className="lines">
            {stay.map(({ name, kept }) => (
              <li key={name}>
                {name && `${name}: `}
                {list(kept)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
