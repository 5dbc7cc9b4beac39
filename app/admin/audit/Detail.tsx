import { useFormatter, useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { changedFieldNames } from "@/components/revision/changedFieldNames";
import { formatDate } from "@/lib/dates";
import { languageName } from "@/lib/languageName";
import { isLocale } from "@/lib/locales";
import { formatMoment } from "@/lib/moments";

const known = z.looseObject({ revisionId: z.string().optional(), changedFields: z.array(z.string()).optional() });
const moment = z.iso.datetime();

/** What an entry says besides who, when and what: in words where there are words for it; ids, and what nobody knows any more, as they were written. */
export function Detail({ action, detail, timeZone }: { action: string; detail: unknown; timeZone: string }) {
  const [t, fields, locale, lineOf] = [useTranslations("Staff.Audit"), useTranslations("Staff.FieldNames"), useLocale(), useLines(action, timeZone)];
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
      {beforeFirst(rest).flatMap(([name, value]) => (value === null || value === false ? [] : lineOf(name, value))).join("\n")}
    </>
  );
}

/** What was before comes before what came after: the database gives shorter names first, "to" before "from". */
const beforeFirst = (detail: Record<string, unknown>) => Object.entries(detail).sort(([a], [b]) => Number(b === "from") - Number(a === "from"));

/** Where else the words for a value stand, by the name that the log gives it. */
const rooms: Record<string, string[]> = {
  counts: ["Imports.verdict"],
  format: ["Imports.kind"],
  kind: ["Imports.kind", "Corrections.kind", "Source.kinds"],
  method: ["Verification.methods"],
  origin: ["Revisions.origin"],
  problem: ["Imports.problem"],
  role: ["Shell.role"],
  state: ["Imports.state"],
};
/** In one kind of entry "from" and "to" are roles; in others they are what people are called, and somebody may be called "editor". */
const roomsOf = (action: string, name: string) => (action === "staff.role" && (name === "from" || name === "to") ? rooms.role : rooms[name]) ?? [];
type Key = Parameters<ReturnType<typeof useTranslations<"Staff">>["has"]>[0];

function useLines(action: string, timeZone: string): (name: string, value: unknown) => string {
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
    if (name.endsWith("At") && moment.safeParse(text).success) return formatMoment(new Date(text), timeZone, locale);
    return [`Audit.values.${name}`, ...roomsOf(action, name)].reduce<string | null>((found, room) => found ?? word(room, text), null) ?? text;
  };
  return (name, value) => [word("Audit.names", name) ?? name, ...(value === true ? [] : [valueOf(name, value)])].join(": ");
}
