import { daysAfter } from "./dates.ts";
import { fold, wordsOf } from "./fold.ts";
import type { RosterRow } from "./rosterCsv.ts";

export type ComparedListing = {
  id: string;
  name: string;
  alternateName?: string | null;
  cities: string[];
  recognition?: { recognizedOn: string; expiresOn: string; renewalPending: boolean; status: string } | null;
};
export type RosterComparison = {
  /** On the roster and active, not among the listings. */
  new: RosterRow[];
  /** On the roster, and perhaps these listings: a like name, or the same one in another city. */
  maybe: { row: RosterRow; ids: string[] }[];
  /** Listings that are said to be recognized and are not on the roster, nor perhaps on it. */
  gone: string[];
  /** Recognized until a day within 90 days without renewal pending: one pending goes on until it is decided (8 C.F.R. § 1292.16). */
  expiring: { id: string; row: RosterRow }[];
  /** The same, until a day that is past. */
  expired: { id: string; row: RosterRow }[];
  /** What the listing says of its recognition is not what the roster says. */
  changed: { id: string; row: RosterRow }[];
};

const soon = 90;
/** From here on two names are alike (Dice's coefficient of their three-letter pieces). */
const alike = 0.6;

/**
 * Who is new on the roster, gone from it, about to expire, or recorded otherwise here. Names are compared without accents, capitals and forms
 * of company, together with the city.
 * @param today ISO day
 */
export function compareRoster(rows: RosterRow[], listings: ComparedListing[], today: string): RosterComparison {
  const ours = listings.map((listing) => ({ listing, names: namesOf(listing.name, listing.alternateName), cities: listing.cities.map(fold) }));
  const byName = entriesBy(ours, ({ names }) => names);
  const likeNames = likeNamesIn(ours);

  const found = new Map<string, RosterRow>();
  const maybe: RosterComparison["maybe"] = [];
  const fresh: RosterRow[] = [];
  for (const row of rows) {
    const sameName = [...new Set(namesOf(row.name).flatMap((name) => byName.get(name) ?? []))];
    const here = sameName.filter(({ cities }) => row.city === null || cities.length === 0 || cities.includes(fold(row.city)));
    const [only, ...others] = here;
    if (only && others.length === 0) {
      const { listing } = only;
      const before = found.get(listing.id);
      if (!before || before.expiresOn < row.expiresOn) found.set(listing.id, row);
    } else {
      const ids = (sameName.length > 0 ? sameName : likeNames(row)).map(({ listing }) => listing.id);
      if (ids.length > 0) maybe.push({ row, ids });
      else if (row.status === "Active") fresh.push(row);
    }
  }
  const perhaps = new Set(maybe.flatMap(({ ids }) => ids));
  const matched = listings.flatMap((listing) => {
    const row = found.get(listing.id);
    return row ? [{ listing, id: listing.id, row }] : [];
  });
  const lastDay = daysAfter(today, soon);
  const ending = matched.flatMap(({ id, row }) => (row.status === "Active" && !row.renewalPending && row.expiresOn <= lastDay ? [{ id, row }] : []));
  return {
    new: fresh,
    maybe,
    gone: listings.filter(({ id, recognition }) => recognition && !found.has(id) && !perhaps.has(id)).map(({ id }) => id),
    expiring: ending.filter(({ row }) => row.expiresOn >= today),
    expired: ending.filter(({ row }) => row.expiresOn < today),
    changed: matched.filter(({ listing, row }) => differs(listing, row)).map(({ id, row }) => ({ id, row })),
  };
}

function differs({ recognition }: ComparedListing, row: RosterRow): boolean {
  if (!recognition) return row.status === "Active";
  return (
    (row.recognizedOn !== null && row.recognizedOn !== recognition.recognizedOn) ||
    row.expiresOn !== recognition.expiresOn ||
    row.renewalPending !== recognition.renewalPending ||
    row.status !== recognition.status
  );
}

const companyWords = new Set(["the", "inc", "incorporated", "llc", "ltd", "corp", "corporation", "co", "a", "nonprofit", "main", "office"]);

/** "COFEM dba Consejo de Federaciones" has two names, and what is in brackets is part of neither. */
function namesOf(...written: (string | null | undefined)[]): string[] {
  const names = written.flatMap((name) => name?.split(/\b(?:d\.?b\.?a\.?|formerly)\b/i) ?? []);
  const plain = names.map((name) => wordsOf(name.replace(/\(.*?\)/g, " ").replace(/['’.]/g, "")).filter((word) => !companyWords.has(word)).join(" "));
  return [...new Set(plain.filter((name) => name !== ""))];
}

type Entry = { listing: ComparedListing; names: string[]; cities: string[] };

function entriesBy(entries: Entry[], keysOf: (entry: Entry) => string[]): Map<string, Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const entry of entries) for (const key of new Set(keysOf(entry))) {
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  }
  return map;
}

/** Finds listings by names that are nearly the same; only those that share an uncommon word are looked at. */
function likeNamesIn(entries: Entry[]): (row: RosterRow) => Entry[] {
  const pieces = new Map(entries.flatMap(({ names }) => names.map((name) => [name, trigrams(name)] as const)));
  const byWord = entriesBy(entries, ({ names }) => names.flatMap((name) => name.split(" ")));
  const common = Math.max(50, entries.length / 20);
  return (row) => {
    const like = namesOf(row.name).flatMap((name) => {
      const own = trigrams(name);
      const sharing = name.split(" ").map((word) => byWord.get(word) ?? []).filter((list) => list.length <= common).flat();
      return sharing.filter(({ names }) => names.some((other) => dice(own, pieces.get(other) ?? new Set()) >= alike));
    });
    return [...new Set(like)];
  };
}

function trigrams(name: string): Set<string> {
  const padded = `  ${name} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

function dice(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((piece) => b.has(piece)).length;
  return (2 * shared) / (a.size + b.size);
}
