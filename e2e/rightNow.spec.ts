import { fixed, place } from "./addresses.ts";
import { expect, test } from "./test.ts";
import { chaptersOf, hotlines, locales, say, type Locale } from "./words.ts";

type Chapter = ReturnType<typeof chaptersOf>[number];
const small = { width: 360, height: 640 };
const chapters = chaptersOf("right-now");

/** The phrases of a chapter in the order of its sections. */
const phrasesOf = ({ facts, words }: Chapter, locale: Locale) => facts.sections.flatMap(({ key }) => words[locale].sections[key]!.say);

/** Every phrase that stands on a page. Runs in the browser. */
const readPhrases = () =>
  [...document.querySelectorAll("main figure blockquote")].map((quote) => {
    const caption = quote.parentElement?.querySelector("figcaption .meaning");
    return {
      english: quote.textContent,
      lang: quote.getAttribute("lang"),
      first: Boolean(caption && quote.compareDocumentPosition(caption) & Node.DOCUMENT_POSITION_FOLLOWING),
      large: parseFloat(getComputedStyle(quote).fontSize) >= 22,
      caption: caption?.textContent,
    };
  });

const expected = (phrases: ReturnType<typeof phrasesOf>, locale: Locale) =>
  phrases.map(({ english, meaning, sounds }) => ({
    english,
    lang: "en",
    first: true,
    large: true,
    caption: `${say(locale)("Section.means")} ${meaning}${sounds ? `${say(locale)("Section.sounds")} ${sounds}` : ""}`,
  }));

for (const locale of locales) {
  const t = say(locale);
  test.describe(`agents are here (${locale})`, () => {
    test.use({ viewport: small });

    test("the one thing to do and the words to say fit the first screen of a small phone", async ({ page }) => {
      const [first] = chapters;
      await page.goto(fixed.rightNow[locale]);
      const exit = await page.getByRole("link", { name: t("Page.exit") }).boundingBox();
      const order = await page.getByRole("heading", { level: 1, name: first!.words[locale].first, exact: true }).boundingBox();
      const phrase = await page.getByText(phrasesOf(first!, locale)[0]!.english, { exact: true }).first().boundingBox();
      expect(order!.y).toBeGreaterThanOrEqual(0);
      expect(phrase!.y).toBeGreaterThan(order!.y + order!.height);
      expect(phrase!.y + phrase!.height).toBeLessThanOrEqual(exit!.y);
      for (const box of [order, phrase]) {
        expect(box!.x).toBeGreaterThanOrEqual(0);
        expect(box!.x + box!.width).toBeLessThanOrEqual(small.width);
      }
    });

    test("every phrase stands large in English first, with its meaning and its sound", async ({ page }) => {
      await page.goto(fixed.rightNow[locale]);
      const phrases = chapters.flatMap((chapter) => phrasesOf(chapter, locale));
      expect(phrases.every(({ sounds }) => Boolean(sounds) === (locale !== "en"))).toBe(true);
      expect(await page.evaluate(readPhrases)).toEqual(expected(phrases, locale));
    });

    test("every step has its drawing, its words, what to do and what not", async ({ page }) => {
      await page.goto(fixed.rightNow[locale]);
      for (const [number, { facts, words }] of chapters.entries()) {
        const text = words[locale];
        const chapter = page.locator(`#${text.slug}`);
        await expect(chapter.getByRole("heading", { name: text.first ?? text.title, exact: true })).toBeVisible();
        for (const [index, { key }] of facts.sections.entries()) {
          const step = page.locator(`#${text.slug}-${key}`);
          const section = text.sections[key]!;
          // The first place has the page's own heading: its steps come right under it.
          await expect(step.getByRole("heading", { level: number === 0 ? 2 : 3 }).first()).toHaveText(`${index + 1}. ${section.title}`);
          await expect(step.locator("svg").first()).toBeVisible();
          await expect(step.locator(".dos > li")).toHaveCount(section.do.length);
          await expect(step.locator(".donts > li")).toHaveCount(section.dont.length);
        }
      }
    });

    test("each place is one tap away", async ({ page }) => {
      await page.goto(fixed.rightNow[locale]);
      const places = page.getByRole("navigation", { name: t("RightNow.where") }).getByRole("link");
      await expect(places).toHaveText(chapters.slice(0, 4).map(({ words }) => words[locale].title));
      for (const { words } of chapters.slice(0, 4)) {
        await places.filter({ hasText: words[locale].title }).click();
        await expect(page.locator(`#${words[locale].slug}`).getByRole("heading", { name: words[locale].first! })).toBeInViewport();
      }
    });

    test("every hotline is one tap, with what is known of it", async ({ page }) => {
      await page.goto(fixed.rightNow[locale]);
      const call = page.locator("#call");
      const cards = call.getByRole("list").first().locator("> li");
      await expect(cards).toHaveCount(hotlines.length);
      for (const [index, { facts }] of hotlines.entries()) {
        const card = cards.nth(index);
        await expect(card).toContainText(facts.name);
        expect(await card.locator('a[href^="tel:"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual(
          facts.phones.map(({ number }) => `tel:+1${number.replace(/\D/g, "").slice(-10)}`),
        );
        await expect(card).toContainText(t("Listing.notConfirmed"));
        if (facts.schedules.length === 0) await expect(card).toContainText(t("Listing.hoursUnknown"));
        else await expect(card.getByText(t("Listing.closedNow")).or(card.getByText(t("Listing.openNow", { time: "|" }).split("|")[0]!))).toBeVisible();
      }
      await expect(call.getByRole("heading", { name: t("RightNow.nobody") })).toBeVisible();
      await expect(call.getByText(t("RightNow.nobodySteps"))).toBeVisible();
      await expect(call.getByRole("link", { name: t("RightNow.findHelp") })).toHaveAttribute("href", fixed.findHelp[locale]);
    });
  });

  test.describe(`showing a phrase (${locale})`, () => {
    test.use({ viewport: small, javaScriptEnabled: false });

    for (const key of ["rightNow", "chapter at-my-door"])
      test(`fills the screen without scripts, and leads back: ${key}`, async ({ page }) => {
        await page.goto(place(key).path[locale]);
        const phrase = page.locator("figure.say").nth(1);
        const words = phrase.getByRole("blockquote");
        await phrase.getByRole("link", { name: t("Section.show") }).click();
        expect(await phrase.boundingBox()).toEqual({ x: 0, y: 0, ...small });
        await expect(words).toBeInViewport({ ratio: 1 });
        expect(await words.evaluate((quote) => parseFloat(getComputedStyle(quote).fontSize))).toBeGreaterThan(35);
        // Nothing else is in an agent's sight.
        expect(await page.evaluate(() => document.elementFromPoint(180, 630)?.closest("figure") !== null)).toBe(true);
        const back = phrase.getByRole("link", { name: t("Section.back") });
        await expect(back).toBeInViewport();
        await back.click();
        await expect(back).toBeHidden();
        await expect(phrase).toBeInViewport();
        expect((await phrase.boundingBox())!.height).toBeLessThan(small.height);
      });
  });

  test(`phrases of the guide (${locale})`, async ({ page }) => {
    for (const chapter of chaptersOf("know-your-rights")) {
      await page.goto(place(`chapter ${chapter.key}`).path[locale]);
      expect(await page.evaluate(readPhrases), chapter.key).toEqual(expected(phrasesOf(chapter, locale), locale));
    }
  });
}
