import type { BrowserContext, Page } from "playwright";

/**
 * Opens pages that show a hostile text.
 * @param name of the text, for the report
 * @returns what went wrong: a script that ran, a dialog, a page that broke or led elsewhere
 */
export async function openPages(context: BrowserContext, urls: Iterable<string>, name: string): Promise<string[]> {
  const wrong: string[] = [];
  // A window for each text: one that lives through thousands of pages grows to gigabytes.
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    wrong.push(`${name}: a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  for (const url of urls) wrong.push(...(await look(page, url, name)));
  await page.close();
  return wrong;
}

async function look(page: Page, url: string, name: string): Promise<string[]> {
  const response = await page.goto(url, { waitUntil: "load" });
  const wrong: string[] = [];
  if (response?.status() !== 200) wrong.push(`${name}: ${url} answered ${response?.status()}`);
  if (new URL(page.url()).href !== url) wrong.push(`${name}: ${url} led to ${page.url()}`);
  for (const frame of page.frames()) {
    const found = await frame.evaluate(() => ({ hit: "hit" in window, main: document.querySelectorAll("main").length, scripts: document.querySelectorAll("script[src^='http']").length })).catch(() => null);
    if (found?.hit) wrong.push(`${name}: a script ran on ${url}`);
    if (found && frame === page.mainFrame() && found.main !== 1) wrong.push(`${name}: ${url} has ${found.main} <main>`);
  }
  return wrong;
}
