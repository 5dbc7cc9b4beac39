/**
 * Reads a day as files write it: "2026-07-19", or as in the United States "7/19/2026" and "07/19/26" (1960 to 2059).
 * @returns ISO day, or null where it is none: 30 February is none either.
 */
export function parseDay(written: string): string | null {
  const text = written.trim();
  const american = text.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/);
  const [, year, month, day] = american ? ["", wholeYear(american[3]!), american[1]!, american[2]!] : (text.match(/^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.000)?Z?)?$/) ?? []);
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function wholeYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 60 ? `20${year}` : `19${year}`;
}
