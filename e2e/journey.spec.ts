import type { Locator } from "playwright/test";
import { fixed, place, samples } from "./addresses.ts";
import { expect, test } from "./test.ts";
import { city, hotlines, locales, say } from "./words.ts";

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, javaScriptEnabled: false };

for (const locale of locales)
  test.describe(`with scripts off (${locale})`, () => {
    test.use(phone);
    const t = say(locale);

    let taps = 0;
    const tap = async (link: Locator) => {
      await link.tap();
      taps++;
    };
    // The telephone takes over from here.
    const call = async (link: Locator) => {
      await link.scrollIntoViewIfNeeded();
      await expect(link).toBeInViewport();
      await expect(link).toHaveAttribute("href", /^tel:\+1\d{10}$/);
      expect(taps + 1).toBeLessThanOrEqual(4);
    };
    test.beforeEach(async ({ page, baseURL }) => {
      taps = 0;
      await page.goto("/");
      await tap(page.getByRole("link", { name: t("Choose.start") }));
      await expect(page).toHaveURL(baseURL + fixed.home[locale]);
    });

    test("home answers the four questions first, one tap each", async ({ page, baseURL }) => {
      const questions = [
        { words: t("Home.rightNow"), to: fixed.rightNow, title: null },
        { words: t("Home.rights"), to: fixed.guide, title: t("Guide.title") },
        { words: t("Home.findHelp"), to: fixed.findHelp, title: t("FindHelp.title") },
        { words: t("Home.directives"), to: fixed.directives, title: t("Directives.title") },
      ];
      const links = page.getByRole("main").getByRole("link");
      for (const [index, { words, to, title }] of questions.entries()) {
        await expect(links.nth(index)).toContainText(words);
        await links.nth(index).tap();
        await expect(page).toHaveURL(baseURL + to[locale]);
        if (title) await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await page.goBack();
      }
    });

    test("from / to a hotline on the first page", async ({ page }) => {
      await call(page.getByRole("main").getByRole("link", { name: hotlines[0]!.facts.name }).and(page.locator('[href^="tel:"]')));
    });

    test("from / to a hotline when agents are here", async ({ page }) => {
      await tap(page.getByRole("main").getByRole("link", { name: t("Home.rightNow") }));
      await tap(page.getByRole("main").getByRole("link", { name: t("RightNow.call"), exact: true }));
      await call(page.locator('#call a[href^="tel:"]').first());
    });

    test("from / to the telephone of a group", async ({ page }) => {
      await tap(page.getByRole("main").getByRole("link", { name: t("Home.findHelp") }));
      await tap(page.getByRole("link", { name: place("listing carecen").title[locale], exact: true }));
      await call(page.getByRole("main").locator('a[href^="tel:"]').first());
    });

    test("the exit leads away", async ({ page, context, baseURL }) => {
      await context.route(
        (url) => url.origin !== baseURL,
        (route) => route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" }),
      );
      await page.getByRole("link", { name: t("Page.exit") }).tap();
      await expect(page).toHaveURL(city(locale).exitUrl);
    });
  });

for (const locale of locales)
  test(`nothing is lost without scripts (${locale})`, async ({ page, browser, baseURL }) => {
    const without = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const bare = await without.newPage();
    const read = () => [...document.querySelectorAll("h1, h2, h3, a[href], button, input, select, summary")].map((element) => element.outerHTML);
    for (const { key, path } of samples) {
      await page.goto(path[locale]);
      await bare.goto(path[locale]);
      expect(await bare.evaluate(read), key).toEqual(await page.evaluate(read));
      await expect(bare.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await without.close();
  });
