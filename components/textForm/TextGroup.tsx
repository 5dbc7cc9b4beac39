import { useLocale, useTranslations } from "next-intl";
import { TextStates } from "./TextStates";
import { TextTable, type TextRow } from "./TextTable";
import { isLocale, locales } from "@/lib/locales";

type Props = {
  /** Of a place within: a link to it unfolds the whole. */
  id: string;
  /** The chapter or act itself. */
  own: TextRow;
  count: string;
  /** What it is a part of: two guides have chapters of one name. */
  of: string;
  rows: TextRow[];
  links: { href: string; label: string }[];
};

/** A chapter with its sections, or an act with what it orders, folded away; what waits in it is said outside. */
export function TextGroup({ id, own, count, of, rows, links }: Props) {
  const t = useTranslations("Staff.TextForm.waiting");
  const locale = useLocale();
  const { title, isNew, hidden, open, status } = own;
  const all = [own, ...rows];
  const changes = all.filter(({ open }) => open).length;
  const stale = all.filter(({ status }) => Object.values(status).some(({ stale }) => stale)).length;
  return (
    <details className="fold chapter">
      <summary>
        <span>
          {locales.map((language, index) => (
            <span key={language} lang={language} className={index === 0 ? undefined : "soft"}>
              {index > 0 && " · "}
              {title[language]}
            </span>
          ))}{" "}
          <span className="soft">{count}</span> {changes > 0 && <span className="note">{t("changes", { count: changes })}</span>} {stale > 0 && <span className="note">{t("stale", { count: stale })}</span>}
        </span>
      </summary>
      <div id={id}>
        <TextStates isNew={isNew} hidden={hidden} open={open} status={status} />
      </div>
      <ul className="row">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      {rows.length > 0 && <TextTable caption={`${of}: ${isLocale(locale) ? title[locale] : title.en}`} rows={rows} />}
    </details>
  );
}
