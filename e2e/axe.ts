import axe from "axe-core";
import { expect, type Page } from "playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Dark pages differ from light ones in nothing but colours. */
export const aboutColours = ["color-contrast", "link-in-text-block"];

/** And a small window changes nothing but these. */
export const aboutColoursAndLayout = [...aboutColours, "target-size", "scrollable-region-focusable"];

/** @param rules only these; otherwise WCAG 2.2 AA and what is good practice */
export async function expectNoViolations(page: Page, where: string, rules?: string[]): Promise<void> {
  // Into the page once, and only what is wrong comes back: three times as quick as the builder for Playwright.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly = rules ? { type: "rule" as const, values: rules } : { type: "tag" as const, values: tags };
  const found = await page.evaluate(async (runOnly) => {
    // What a frame holds is a page of its own.
    const { violations } = await window.axe.run({ exclude: ["iframe"] }, { runOnly, resultTypes: ["violations"], preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary}`));
  }, runOnly);
  expect(found, where).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Unfolds everything. */
export const openAll = (page: Page) => page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
/** By how many pixels the page is wider than its window. */
export const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
