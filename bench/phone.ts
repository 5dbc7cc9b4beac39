import lighthouse from "lighthouse";
import { chromium } from "playwright";
import { browserPath } from "./browser.ts";
import { chromiumArguments } from "../e2e/chromium.mjs";
import { chosenPages } from "./pages.ts";
import { median, round, table, type Measurement } from "./report.ts";
import { freePort } from "../server/freePort.ts";

const runs = 3;
const slowest = 2500;
const lowest = 95;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

type Run = { largest: number; blocking: number; scores: number[] };

/** Lighthouse's phone on its slow 4G, which are its defaults. */
export async function measurePhone(origin: string, say: (line: string) => void): Promise<Measurement> {
  const rows: (string | number)[][] = [];
  const missed: string[] = [];
  for (const { name, paths } of (await chosenPages()).slice(0, 4)) {
    say(`${name} …`);
    const all: Run[] = [];
    for (let run = 0; run < runs; run++) all.push(await look(origin + paths.en, 3));
    const largest = median(all.map((run) => run.largest));
    const scores = categories.map((_, index) => median(all.map((run) => run.scores[index] ?? 0)));
    rows.push([name, round(largest), round(median(all.map((run) => run.blocking))), ...scores.map((score) => round(score))]);
    if (!(largest <= slowest)) missed.push(`LCP of the ${name} page is ${round(largest)} ms; the target is ${round(slowest)} ms.`);
    for (const [index, score] of scores.entries()) if (!(score >= lowest)) missed.push(`The ${categories[index]} score of the ${name} page is ${round(score)}; the target is ${lowest}.`);
  }
  return {
    title: "On a phone (Lighthouse, simulated slow 4G)",
    lines: [...table(["page", "LCP (ms)", "blocking (ms)", ...categories], rows), "", `English pages, median of ${runs} runs. Targets: LCP within ${slowest / 1000} s, every score at least ${lowest}.`],
    missed,
  };
}

/** One run in a browser of its own; once in a while Chromium's trace is broken, and it is looked at again. */
async function look(url: string, attempts: number): Promise<Run> {
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: await browserPath(), args: [...chromiumArguments, `--remote-debugging-port=${port}`] });
  try {
    const result = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: [...categories] });
    if (result?.lhr.runtimeError && attempts > 1) return await look(url, attempts - 1);
    if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${result?.lhr.runtimeError?.message ?? "it said nothing"}`);
    const { audits, categories: found } = result.lhr;
    return {
      largest: audits["largest-contentful-paint"]?.numericValue ?? NaN,
      blocking: audits["total-blocking-time"]?.numericValue ?? NaN,
      scores: categories.map((name) => (found[name]?.score ?? 0) * 100),
    };
  } finally {
    await browser.close();
  }
}
