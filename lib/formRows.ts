/** A form's fields by name, each with everything that was sent under it: "phones.0.number" → ["(213) 555-0134"]. */
export type FormValues = Record<string, string[]>;

/** What was typed into one field, without space around it; lines end as in our files, though browsers send CRLF. */
export function typed(values: FormValues, name: string): string | undefined {
  return values[name]?.[0]?.replace(/\r\n?/g, "\n").trim() || undefined;
}

/** Past this no row is read: no list of a record is so long. */
const mostRows = 1_000;

/** The rows of a list that are there, by their numbers. Numbers may have gaps: a row keeps its own when one before it goes. */
export function rowsIn(values: FormValues, list: string): number[] {
  const rows = Object.keys(values).flatMap((name) => {
    const [, row] = name.startsWith(`${list}.`) ? (/^(\d{1,3})\./.exec(name.slice(list.length + 1)) ?? []) : [];
    return row === undefined ? [] : [Number(row)];
  });
  return [...new Set(rows)].sort((a, b) => a - b).slice(0, mostRows);
}

/** What the button that sent a form asks: "phones.add", "phones.remove.2", or something else ("submit"). */
export function intentOf(values: FormValues): string {
  return values.intent?.[0] ?? "";
}

/** Does it ask for a row more or less, and nothing to be saved? */
export function isRowIntent(intent: string): boolean {
  return /\.(add|remove\.\d{1,3})$/.test(intent);
}

/** The rows of a list that the form shows next: what was sent, and what the button asked for. */
export function rowsAfter(values: FormValues, list: string): number[] {
  const rows = rowsIn(values, list);
  const intent = intentOf(values);
  if (intent === `${list}.add`) return rows.length < mostRows ? [...rows, firstFree(rows)] : rows;
  return rows.filter((row) => intent !== `${list}.remove.${row}`);
}

function firstFree(rows: number[]): number {
  const next = (rows.at(-1) ?? -1) + 1;
  return next < mostRows ? next : Array.from({ length: mostRows }, (_, row) => row).find((row) => !rows.includes(row))!;
}
