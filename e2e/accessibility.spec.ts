import type { Page } from "playwright/test";
import { everyPage, fixed, place, samplePaths, samples } from "./addresses.ts";
import { aboutColoursAndLayout, expectNoViolations, openAll, sideways } from "./axe.ts";
import { expect, test } from "./test.ts";
import { locales, say } from "./words.ts";

test.describe("axe", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  /** At 320 px, light; then dark, at 1280 × 1024 and 400 %, what colours and the window can change. */
  async function expectAccessible(page: Page, path: string, dark: boolean): Promise<void> {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(path);
    await openAll(page);
    await expectNoViolations(page, `${path}, light`);
    expect(await sideways(page), path).toBe(0);
    if (!dark) return;
    await page.setViewportSize({ width: 320, height: 256 });
    await page.emulateMedia({ colorScheme: "dark" });
    await expectNoViolations(page, `${path}, dark and zoomed`, aboutColoursAndLayout);
    expect(await sideways(page), path).toBe(0);
  }

  // Listings are all made of the same parts: dark and zoomed, the samples stand for them.
  const bare = everyPage.filter(({ place }) => !place.sample && place.key.startsWith("listing")).map(({ path }) => path);
  const all = [...new Set([...samplePaths, ...everyPage.map(({ path }) => path)])];
  // Ten to a window of the browser: opening one takes longer than looking at what stands in it.
  for (let start = 0; start < all.length; start += 10)
    test(`ten pages, from ${all[start]}: light, dark, and at 400 % zoom`, async ({ page }) => {
      for (const path of all.slice(start, start + 10)) await expectAccessible(page, path, !bare.includes(path));
    });

  for (const locale of locales)
    test(`a phrase that is shown to an agent (${locale})`, async ({ page }) => {
      await page.goto(fixed.rightNow[locale]);
      await page.locator("a.show").first().click();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectNoViolations(page, colorScheme);
      }
    });
});

test.describe("on a small phone", () => {
  test.use({ viewport: { width: 360, height: 640 } });

  for (const locale of locales)
    test(`what is tapped is 44 px high and wide, outside of running text; what has the focus is seen beside the exit (${locale})`, async ({ page }) => {
      for (const { key, path } of samples) {
        await page.goto(path[locale]);
        await openAll(page);
        expect(await page.evaluate(smallTargets), key).toEqual([]);
        for (let tabs = 0; tabs < 60; tabs++) {
          await page.keyboard.press("Tab");
          expect(await page.evaluate(hiddenFocus), key).toBeNull();
        }
      }
    });
});

/** Links and controls smaller than 44 × 44 px that are no words of a sentence. Runs in the browser. */
function smallTargets(): string[] {
  const inText = (element: Element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    return (block?.textContent ?? "").trim() !== (element.textContent ?? "").trim();
  };
  return [...document.querySelectorAll("a[href], button, input, select, summary")].flatMap((element) => {
    const target = element.closest("label") ?? element;
    const { width, height } = target.getBoundingClientRect();
    if (!element.checkVisibility() || element.classList.contains("skip") || inText(element)) return [];
    return width >= 44 && height >= 44 ? [] : [`${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 160)}`];
  });
}

/** The element with the focus, where something else lies over it or it is out of sight. Runs in the browser. */
function hiddenFocus(): string | null {
  const element = document.activeElement;
  // After the last one the browser itself has the focus.
  if (!element || element === document.body || element.closest(".exit")) return null;
  const box = element.getBoundingClientRect();
  const bar = document.querySelector(".exit")!.getBoundingClientRect();
  const seen = box.top >= 0 && box.bottom <= bar.top;
  return seen ? null : `${element.outerHTML.slice(0, 160)} ${Math.round(box.top)}–${Math.round(box.bottom)}, the exit at ${Math.round(bar.top)}`;
}

test("on a short screen the exit covers nothing", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(place("rightNow").path.en);
  await expect(page.locator(".exit")).toHaveCSS("position", "static");
});

test("print leaves out what paper cannot do", async ({ page }) => {
  await page.goto(place("chapter at-my-door").path.en);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: say("en")("Page.exit") })).toBeHidden();
  await expect(page.getByRole("link", { name: say("en")("Section.show") }).first()).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
