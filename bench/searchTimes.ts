import { randomFrom } from "./random.ts";
import { percentile, round, table, type Measurement } from "./report.ts";
import { openSearchDatabase } from "./searchDatabase.ts";
import { searchData } from "./site.ts";
import { searchQueries } from "./searchQueries.ts";
import { openDatabase } from "../server/database.ts";
import { generateClient } from "../server/generate.ts";
import { migrate } from "../server/migrate.ts";
import { seed } from "../server/seed.ts";
import { readSettings } from "../server/settings.ts";

const sizes = [
  { listings: 44, target: null },
  { listings: 10_000, target: 50 },
  { listings: 100_000, target: 200 },
];
const warmUp = 50;
const queries = 400;

/** How long searching takes, through the function that the page calls, as the directory grows. */
export async function measureSearch(say: (line: string) => void, opened: (close: () => Promise<void>) => void): Promise<Measurement> {
  process.env.DATABASE_URL = "";
  const { url, close } = await openDatabase({ ...readSettings(), dataDir: searchData });
  opened(close);
  await generateClient();
  await migrate(url);
  await seed(url, () => {});
  process.env.DATABASE_URL = url;

  const rows: (string | number)[][] = [];
  const kinds: Record<string, string[]> = {};
  const missed: string[] = [];
  const database = await openSearchDatabase(url, say);
  for (const { listings, target } of sizes) {
    await database.grow(listings);
    const times = await timeSearches(database);
    const all = [...times.values()].flat();
    const slow = percentile(all, 0.95);
    rows.push([round(listings), round(percentile(all, 0.5), 1), round(slow, 1), target ?? "–", round(Math.max(...all), 1), await database.size()]);
    for (const [kind, own] of times) kinds[kind] = [...(kinds[kind] ?? []), round(percentile(own, 0.95), 1)];
    if (target !== null && slow > target) missed.push(`Searching ${round(listings)} listings has a p95 of ${round(slow)} ms; the target is ${target} ms.`);
  }
  await database.close();
  await close();
  return {
    title: "Search",
    lines: [
      ...table(["listings", "p50 (ms)", "p95 (ms)", "target p95", "slowest (ms)", "on disk"], rows),
      "",
      `${queries} searches one after the other through searchListings(), as the page calls it, after ${warmUp} to warm up. The 44 are the real ones; the others are made by bench/synthetic.ts with their vocabulary.`,
      "",
      ...table(["p95 (ms) by kind of search", ...sizes.map(({ listings }) => round(listings))], Object.entries(kinds).map(([kind, times]) => [kind, ...times])),
    ],
    missed,
  };
}

type SearchDatabase = Awaited<ReturnType<typeof openSearchDatabase>>;

/** The times of all searches in milliseconds, by kind. */
async function timeSearches({ vocabulary, names, postalCodes }: SearchDatabase): Promise<Map<string, number[]>> {
  const { postalCodeCentre, searchListings } = await import("../data/search.ts");
  const asked = searchQueries(randomFrom(2), vocabulary, await names(500), postalCodes, warmUp + queries);
  const times = new Map<string, number[]>();
  for (const [index, { kind, filters, page }] of asked.entries()) {
    const near = filters.zip ? await postalCodeCentre(filters.zip) : null;
    const began = performance.now();
    await searchListings(filters, near, page);
    if (index >= warmUp) times.set(kind, [...(times.get(kind) ?? []), performance.now() - began]);
  }
  return times;
}
