import { writeFile } from "node:fs/promises";
import { chromium } from "playwright";
import { machine } from "../machine.ts";
import { siteData, startSite } from "../site.ts";
import { hostileStrings } from "./hostileStrings.ts";
import { chromiumArguments, findChromium } from "../../e2e/chromium.mjs";
import { removeData } from "../../e2e/dataFolder.ts";
import { signIn } from "../../e2e/staff.ts";
import { openDatabase } from "../../server/database.ts";
import { readSettings } from "../../server/settings.ts";

const results = "bench/endurance.md";
type Counts = { races: number; strings: number; kills: number };
const whole: Counts = { races: 1000, strings: 500, kills: 50 };
const plural = (count: number, what: string) => `${count.toLocaleString("en-US")} ${what}`;

/**
 * Runs the long counts against a guide of its own, and writes bench/endurance.md.
 * @param counts fewer, to see whether it runs: nothing is written then
 * @returns the exit code: 1 where something was lost, ran or broke
 */
export async function endurance(counts: Counts = whole): Promise<number> {
  removeData(siteData);
  process.env.DEMO = "1";
  process.env.TRUST_PROXY = "1";
  const site = await startSite(() => {});
  const lines: string[] = [];
  const wrong: string[] = [];
  const note = (line: string, faults: string[]) => {
    lines.push(`- ${line}: ${faults.length === 0 ? "none went wrong" : `${faults.length} went wrong`}`);
    wrong.push(...faults);
    console.log(lines.at(-1));
  };
  const database = await openDatabase(readSettings({ ...process.env, DATA_DIR: siteData }));
  process.env.DATABASE_URL = database.url;
  try {
    // Only now: data/ connects to the database that the environment names.
    const { races } = await import("./races.ts");
    const { hostile } = await import("./hostile.ts");
    const { hostileRemarks } = await import("./hostileRemarks.ts");
    const { kills } = await import("./kills.ts");
    note(`${plural(counts.races, "races")} of two who save the same record at once, and of two who decide at once`, await races(counts.races));

    const browser = await chromium.launch({ executablePath: (await findChromium()) ?? "", args: chromiumArguments });
    const context = await browser.newContext({ baseURL: site.origin });
    const page = await context.newPage();
    await signIn(page, "administrator");
    await page.close();
    const strings = hostileStrings(counts.strings);
    const texts = await hostile(strings, context, site.origin);
    note(
      `${plural(counts.strings, "hostile texts")} in every field of a listing, a chapter, a section, a directive, a provision, the city's settings and their sources: ${plural(texts.saved, "records saved")}, ${plural(texts.refused, "taken")} by no field, ${plural(texts.pages, "pages opened")}`,
      texts.wrong,
    );
    const remarks = await hostileRemarks(strings, context, site.origin);
    note(
      `${plural(counts.strings, "hostile texts")} in the names of staff, their comments and reasons, reports of readers, answers of organizations, and names, columns, cells and sources of import files: ${plural(remarks.saved, "of them written")}, ${plural(remarks.refused, "times")} no name or no reason, ${plural(remarks.pages, "pages opened")}`,
      remarks.wrong,
    );
    await browser.close();

    const report = await kills(counts.kills, { origin: site.origin, pid: site.pid, dataDir: siteData });
    note(
      `${plural(report.kills, "times kill -9")}, of the studio and of PostgreSQL in turn, amid ${plural(report.saves, "acknowledged saves")} and ${plural(report.approvals, "approvals")} (${plural(report.unanswered, "requests")} got no answer or 503)`,
      report.wrong,
    );
  } finally {
    const { db } = await import("../../data/db.ts");
    await db.$disconnect();
    await database.close();
    await site.stop();
    removeData(siteData);
  }
  if (wrong.length > 0) console.error(wrong.slice(0, 50).join("\n"));
  if (counts !== whole) return wrong.length > 0 ? 1 : 0;
  const day = new Date().toISOString().slice(0, 10);
  await writeFile(results, ["# Endurance", "", `By \`npm run endurance\` on ${day}: ${machine()}.`, "", ...lines, "", ...wrong.slice(0, 50).map((fault) => `  - ${fault}`)].join("\n").trimEnd() + "\n");
  console.log(`Written to ${results}`);
  return wrong.length > 0 ? 1 : 0;
}
