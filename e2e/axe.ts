import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Dark pages differ from light ones in nothing but colours. */
export const aboutColours = ["color-contrast", "link-in-text-block"];

/** What may differ in a small window. */
export const aboutLayout = ["color-contrast", "target-size", "scrollable-region-focusable"];

/** @param rules only these; otherwise WCAG 2.2 AA and what is good practice */
export async function expectNoViolations(page: Page, where: string, rules?: string[]): Promise<void> {
  // What a frame holds is a page of its own. One frame only: no need for the blank page that the newer mode opens for each run.
  const axe = new AxeBuilder({ page }).exclude("iframe").setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary}`));
  expect(found, where).toEqual([]);
}

/** Unfolds everything. */
export const openAll = (page: Page) => page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
/** By how many pixels the page is wider than its window. */
export const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
