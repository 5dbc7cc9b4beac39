import { chromium } from "playwright";
import { browserPath } from "./browser.ts";
import { chromiumArguments } from "../e2e/chromium.mjs";
import { allPaths, chosenPages, weigh, type Weight } from "./pages.ts";
import { kilobytes, table, type Measurement } from "./report.ts";
import { locales } from "../lib/locales.ts";

const target = 20 * 1024;
const listTarget = 30 * 1024;

/** What pages weigh and how many requests they make. */
export async function measureBytes(origin: string): Promise<Measurement> {
  const chosen = (await chosenPages()).flatMap(({ name, paths }) => locales.map((locale) => ({ name: `${name}, ${locale}`, path: paths[locale], limit: name.startsWith("list of") ? listTarget : target })));
  const weights = new Map<string, Weight>();
  for (const path of await allPaths(origin)) weights.set(path, await weigh(origin, path));
  const lists = chosen.filter(({ limit }) => limit === listTarget).map(({ path }) => path);
  const limitOf = (path: string) => (lists.includes(path) ? listTarget : target);
  const [longest] = [...weights].filter(([path]) => !lists.includes(path)).sort(([, a], [, b]) => b.withoutScripts - a.withoutScripts);
  const rows = [...chosen, ...(longest ? [{ name: `longest of all: ${longest[0]}`, path: longest[0], limit: target }] : [])];
  const requests = await countRequests(origin, rows.map(({ path }) => path));
  return {
    title: "Bytes and requests",
    lines: [
      ...table(
        ["page (gzip, KB of 1,024 bytes)", "HTML+CSS", "limit", "document as sent", "scripts beside", "requests", "of them scripts"],
        rows.map(({ name, path, limit }) => {
          const { withoutScripts, document, scripts } = weights.get(path) ?? { withoutScripts: NaN, document: NaN, scripts: NaN };
          const asked = requests.get(path) ?? [];
          return [name, kilobytes(withoutScripts), kilobytes(limit), kilobytes(document), kilobytes(scripts), asked.length, asked.filter((type) => type === "script").length];
        }),
      ),
      "",
      `**HTML+CSS** is what counts: the document without its script elements, which go when pages are frozen into editions. "Document as sent" is the same page with Next's inline data, as it goes out today. All ${weights.size} pages of the sitemap were weighed. Requests are what Chromium asks for on opening the page.`,
    ],
    missed: [...weights].filter(([path, { withoutScripts }]) => withoutScripts > limitOf(path)).map(([path, { withoutScripts }]) => `${path} has ${kilobytes(withoutScripts)} KB of HTML+CSS; the target is ${kilobytes(limitOf(path))} KB.`),
  };
}

/** The kinds of requests that opening each page makes. */
async function countRequests(origin: string, paths: string[]): Promise<Map<string, string[]>> {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: chromiumArguments });
  try {
    const counts = new Map<string, string[]>();
    for (const path of paths) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const types: string[] = [];
      page.on("request", (request) => types.push(request.resourceType()));
      await page.goto(origin + path, { waitUntil: "networkidle" });
      counts.set(path, types);
      await context.close();
    }
    return counts;
  } finally {
    await browser.close();
  }
}
