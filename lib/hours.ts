import { regional } from "./locales.ts";

/** One opening: iCalendar days and local 24-hour times, as in HSDS Schedule. */
export type Opening = { byday: string; opensAt: string; closesAt: string };
export type OpenState = { state: "open"; until: string } | { state: "closed" } | { state: "unknown" };

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/**
 * Is it open at this instant, counted in the city's own time?
 * @param openings none means that hours are not known, which is not the same as closed
 * @param timeZone IANA name
 * @returns open with the closing time ("17:30"), closed, or unknown. A closing time that is earlier than the
 * opening time is after midnight.
 */
export function openState(openings: Opening[], timeZone: string, now: Date): OpenState {
  if (openings.length === 0) return { state: "unknown" };
  const { day, time } = localTime(timeZone, now);
  const yesterday = (day + 6) % 7;
  for (const { byday, opensAt, closesAt } of openings) {
    const days = byday.split(",");
    const pastMidnight = closesAt <= opensAt;
    const today = days.includes(weekdays[day]!);
    if (today && time >= opensAt && (pastMidnight || time < closesAt)) return { state: "open", until: closesAt };
    if (pastMidnight && days.includes(weekdays[yesterday]!) && time < closesAt) return { state: "open", until: closesAt };
  }
  return { state: "closed" };
}

function localTime(timeZone: string, now: Date): { day: number; time: string } {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((piece) => piece.type === type)?.value ?? "";
  return { day: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(part("weekday")), time: `${part("hour")}:${part("minute")}` };
}

/** "17:30" as people read it: "5:30 PM", «5:30 p. m.» */
export function formatTime(time: string, locale: string): string {
  return new Intl.DateTimeFormat(regional(locale), { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(new Date(`1970-01-01T${time}:00Z`));
}

/** "MO,TU,WE" as people read it: runs of three and more days become "Monday–Wednesday". */
export function formatDays(byday: string, locale: string): string {
  const chosen = new Set(byday.split(","));
  const week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  // 5 January 1970 was a Monday.
  const name = (index: number) => new Intl.DateTimeFormat(regional(locale), { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(1970, 0, 5 + index)));
  const runs: [number, number][] = [];
  week.forEach((day, index) => {
    if (!chosen.has(day)) return;
    const last = runs.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  });
  const pieces = runs.flatMap(([from, to]) => (to - from >= 2 ? [`${name(from)}–${name(to)}`] : from === to ? [name(from)] : [name(from), name(to)]));
  return new Intl.ListFormat(regional(locale), { type: "conjunction" }).format(pieces);
}

/** All openings, in the order of the week, each as one line: "Monday–Friday: 8:30 AM–5:30 PM". */
export function formatOpenings(openings: Opening[], locale: string): string[] {
  const firstDay = ({ byday }: Opening) => Math.min(...byday.split(",").map((day) => (weekdays.indexOf(day) + 6) % 7));
  return [...openings]
    .sort((a, b) => firstDay(a) - firstDay(b) || a.opensAt.localeCompare(b.opensAt))
    .map(({ byday, opensAt, closesAt }) => {
      const days = formatDays(byday, locale);
      return `${days.charAt(0).toLocaleUpperCase(locale)}${days.slice(1)}: ${formatTime(opensAt, locale)}–${formatTime(closesAt, locale)}`;
    });
}

/** The moment at which a page is made, with the clock that it is read by. */
export type Clock = { now: Date; timeZone: string; today: string };

/** This moment in a city: `today` is its day there ("2026-11-21"). */
export function clockOf(timeZone: string, now = new Date()): Clock {
  return { now, timeZone, today: new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now) };
}
