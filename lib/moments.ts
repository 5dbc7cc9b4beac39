import { z } from "zod";
import { regional } from "./locales.ts";

// The database has no year 0.
const day = z.iso.date().refine((on) => on >= "1900" && on < "2200");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const options: Intl.DateTimeFormatOptions = { timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" };
  const parts = new Map(new Intl.DateTimeFormat("en-US", options).formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return local - Math.floor(instant / 1000) * 1000;
}

/** The instant of a time of the clocks in a city, given as if it were UTC. Of two equal ones the later; one that clocks skip is an hour later. */
function instantOf(local: number, timeZone: string): Date {
  const tries = [-24, 24].map((hours) => local - offsetAt(local + hours * 3_600_000, timeZone));
  const exact = tries.filter((instant) => instant + offsetAt(instant, timeZone) === local);
  return new Date(Math.max(...(exact.length > 0 ? exact : tries)));
}

/** The first instant of a day in a city ("2026-05-03"); null where that is no day. */
export function startOf(on: string, timeZone: string): Date | null {
  return day.safeParse(on).success ? instantOf(Date.parse(`${on}T00:00:00.000Z`), timeZone) : null;
}

/**
 * The last instant of a day, or of a minute of it, in a city: what stood there then was seen last.
 * @param on "2026-05-03"
 * @param at "14:30"; null: midnight at the end of the day
 * @returns null where these are no day and time
 */
export function endOf(on: string, at: string | null, timeZone: string): Date | null {
  if (!day.safeParse(on).success || (at !== null && !time.safeParse(at).success)) return null;
  return instantOf(Date.parse(`${on}T${at ?? "23:59"}:59.999Z`), timeZone);
}

/** An instant as people of a city read it: "May 3, 2026, 4:30 PM". */
export function formatMoment(moment: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(regional(locale), { dateStyle: "medium", timeStyle: "short", timeZone }).format(moment);
}
