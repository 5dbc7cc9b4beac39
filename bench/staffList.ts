import pg from "pg";
import { chromium } from "playwright";
import { browserPath } from "./browser.ts";
import { loadListings } from "./loadListings.ts";
import { randomFrom } from "./random.ts";
import { percentile, round, table, type Measurement } from "./report.ts";
import { siteData, startSite, type Opened } from "./site.ts";
import { syntheticListings, take } from "./synthetic.ts";
import { chromiumArguments } from "../e2e/chromium.mjs";
import { signIn } from "../e2e/staff.ts";
import { needCodes } from "../lib/content.ts";
import { listingOrders, listingStates } from "../lib/staffListingQuery.ts";
import { readContent } from "../prisma/content.ts";
import { openDatabase } from "../server/database.ts";
import { readSettings } from "../server/settings.ts";

const size = 10_000;
const target = 150;
const warmUp = 30;
const requests = 300;

/** How long the table of listings takes an editor, from the request to the last byte of the page, with 10,000 listings. */
export async function measureStaffList(say: (line: string) => void, opened: Opened): Promise<Measurement> {
  process.env.DEMO = "1";
  const { origin } = await startSite(opened).finally(() => delete process.env.DEMO);
  process.env.DATABASE_URL = "";
  const { url, close } = await openDatabase({ ...readSettings(), dataDir: siteData });
  try {
    const { names, cities } = await fill(url);
    say(`${round(size)} listings loaded`);
    const cookie = await signedIn(origin);
    const times = new Map<string, number[]>();
    for (const [index, { kind, query }] of asked(names, cities).entries()) {
      const began = performance.now();
      const response = await fetch(`${origin}/admin/listings?${new URLSearchParams(query)}`, { headers: { cookie }, redirect: "manual" });
      await response.text();
      if (response.status !== 200) throw new Error(`/admin/listings answered ${response.status}`);
      if (index >= warmUp) times.set(kind, [...(times.get(kind) ?? []), performance.now() - began]);
    }
    const all = [...times.values()].flat();
    const slow = percentile(all, 0.95);
    return {
      title: "Staff: the table of listings",
      lines: [
        ...table(["listings", "p50 (ms)", "p95 (ms)", "target p95", "slowest (ms)"], [[round(size), round(percentile(all, 0.5), 1), round(slow, 1), target, round(Math.max(...all), 1)]]),
        "",
        `${requests} pages of 50 rows, one after the other, over HTTP through the site process as an editor asks for them, after ${warmUp} to warm up.`,
        "",
        ...table(["kind of page", "p95 (ms)"], [...times].map(([kind, own]) => [kind, round(percentile(own, 0.95), 1)])),
      ],
      missed: slow > target ? [`The table of ${round(size)} listings has a p95 of ${round(slow)} ms; the target is ${target} ms.`] : [],
    };
  } finally {
    await close();
  }
}

/** Listings as they are after some years of work: with numbers, hours and versions, and two thirds of them confirmed. */
async function fill(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const postalCodes = (await client.query<{ code: string }>('SELECT code FROM "PostalCode" ORDER BY md5(code)')).rows.map(({ code }) => code);
  const listings = syntheticListings(await readContent(), postalCodes);
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM "Organization"');
  for (let missing = size - rows[0]!.count; missing > 0; missing -= 2000) await loadListings(client, take(listings, Math.min(2000, missing)));
  const made = `FROM (SELECT id, position FROM "Organization" WHERE slug LIKE 'synthetic-%') AS o`;
  await client.query(`INSERT INTO "Phone" (id, "organizationId", number) SELECT id || '-phone', id, '+1213' || (2000000 + position) ${made}`);
  await client.query(`INSERT INTO "Schedule" (id, "organizationId", byday, "opensAt", "closesAt") SELECT id || '-hours', id, 'MO,TU,WE,TH,FR', '09:00', '17:00' ${made} WHERE position % 2 = 0`);
  await client.query(`INSERT INTO "RecordVersion" (entity, "entityId", version, "updatedAt") SELECT 'Organization', id, 1, now() - position * interval '1 minute' ${made}`);
  await client.query(`INSERT INTO "Verification" (id, "organizationId", facts, method, "verifiedOn", "validUntil") SELECT id || facts, id, facts::"VerifiedFacts", 'call', now() - position % 200 * interval '1 day', now() + (90 - position % 200) * interval '1 day' ${made}, unnest(ARRAY['phones', 'rest']) AS facts WHERE position % 3 > 0`);
  await client.query("VACUUM (ANALYZE)");
  const names = (await client.query<{ name: string }>('SELECT name FROM "Organization" ORDER BY md5(slug) LIMIT 200')).rows.map(({ name }) => name);
  const cities = (await client.query<{ city: string }>('SELECT DISTINCT city FROM "Address" ORDER BY city')).rows.map(({ city }) => city);
  await client.end();
  return { names, cities };
}

async function signedIn(origin: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: chromiumArguments });
  try {
    const context = await browser.newContext({ baseURL: origin });
    await signIn(await context.newPage(), "editor");
    return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  } finally {
    await browser.close();
  }
}

/** What an editor opens: the first pages most of all, then searches and every filter and order. */
function asked(names: string[], cities: string[]): { kind: string; query: Record<string, string> }[] {
  const random = randomFrom(3);
  const kinds: (() => { kind: string; query: Record<string, string> })[] = [
    () => ({ kind: "first page", query: {} }),
    () => ({ kind: "later page", query: { page: String(2 + random.below(190)) } }),
    () => ({ kind: "name", query: { q: random.pick(names).split(" ").slice(0, 2).join(" ") } }),
    () => ({ kind: "misspelled name", query: { q: `${random.pick(names).slice(0, 7)}x${random.pick(names).slice(3, 8)}` } }),
    () => ({ kind: "number", query: { q: `213 2${String(random.below(10_000)).padStart(5, "0")}` } }),
    () => ({ kind: "city", query: { city: random.pick(cities) } }),
    () => ({ kind: "need", query: { need: random.pick(needCodes) } }),
    () => ({ kind: "state", query: { state: random.pick(listingStates) } }),
    () => ({ kind: "order", query: { sort: random.pick(listingOrders) } }),
    () => ({ kind: "all at once", query: { city: random.pick(cities), need: random.pick(needCodes), state: "verify", sort: "confirmed", grade: "C" } }),
  ];
  return Array.from({ length: warmUp + requests }, (_, index) => kinds[index % kinds.length]!());
}
