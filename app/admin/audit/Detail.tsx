import { useFormatter, useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { changedFieldNames } from "@/components/revision/changedFieldNames";
import { formatDate } from "@/lib/dates";
import { languageName } from "@/lib/languageName";
import { isLocale } from "@/lib/locales";

const known = z.looseObject({ revisionId: z.string().optional(), changedFields: z.array(z.string()).optional() });

/** What an entry says besides who, when and what: in words where there are words for it; ids, and what nobody knows any more, as they were written. */
export function Detail({ detail }: { detail: unknown }) {
  const [t, fields, locale, lineOf] = [useTranslations("Staff.Audit"), useTranslations("Staff.FieldNames"), useLocale(), useLines()];
  const parsed = known.safeParse(detail);
  if (!parsed.success) return JSON.stringify(detail);
  const { revisionId, changedFields, ...rest } = parsed.data;
  return (
    <>
      {revisionId && (
        <a href={`/admin/revisions/${encodeURIComponent(revisionId)}`} className="block">
          {t("change")}
        </a>
      )}
      {changedFields && <span className="block">{changedFieldNames(fields, changedFields, locale).join(", ")}</span>}
      {Object.entries({ from: null, ...rest }).flatMap(([name, value]) => (value === null || value === false ? [] : lineOf(name, value))).join("\n")}
    </>
  );
}

/** Where else the words for a value stand, by the name that the log gives it. */
const rooms: Record<string, string[]> = {
  counts: ["Imports.verdict"],
  format: ["Imports.kind"],
  from: ["Shell.role"],
  kind: ["Imports.kind", "Corrections.kind", "Source.kinds"],
  method: ["Verification.methods"],
  origin: ["Revisions.origin"],
  problem: ["Imports.problem"],
  role: ["Shell.role"],
  state: ["Imports.state"],
  to: ["Shell.role"],
};
type Key = Parameters<ReturnType<typeof useTranslations<"Staff">>["has"]>[0];

function useLines(): (name: string, value: unknown) => string {
  const [t, format, locale] = [useTranslations("Staff"), useFormatter(), useLocale()];
  const word = (room: string, key: string) => {
    const path = `${room}.${key}` as Key;
    return /^[\w -]+$/.test(key) && !(key in {}) && t.has(path) ? String(t(path as "Audit.title")) : null;
  };
  const valueOf = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((item) => valueOf(name, item)).join(", ");
    if (typeof value === "object" && value !== null) return Object.entries(value).map(([key, count]) => `${valueOf(name, key)} ${valueOf("", count)}`).join(", ");
    if (typeof value === "number") return format.number(value);
    const text = String(value);
    if (name === "locale" && isLocale(text)) return languageName(text, locale);
    if (name.endsWith("On") && /^\d{4}(-\d{2}){0,2}$/.test(text)) return formatDate(text, locale);
    return [`Audit.values.${name}`, ...(rooms[name] ?? [])].reduce<string | null>((found, room) => found ?? word(room, text), null) ?? text;
  };
  return (name, value) => [word("Audit.names", name) ?? name, ...(value === true ? [] : [valueOf(name, value)])].join(": ");
}
