import { regional } from "./locales.ts";

/**
 * A date as precise as it is known, as people read it: "2017-03-21" → "March 21, 2017", "2026-07" → "July 2026".
 * @param date ISO 8601, year, month or day
 */
export function formatDate(date: string, locale: string): string {
  const [year = "", month, day] = date.split("-");
  if (!month) return year;
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC", ...(day ? { day: "numeric" } : {}) };
  return new Intl.DateTimeFormat(regional(locale), options).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}

/** The day of a database DATE: "2026-11-21" */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The day so many days later: ("2026-11-21", 90) → "2027-02-19". */
export function daysAfter(day: string, days: number): string {
  return isoDay(new Date(Date.parse(day) + days * 86_400_000));
}
