import type { Page } from "playwright/test";
import { everyPage, fixed, samples } from "./addresses.ts";
import { expect, test } from "./test.ts";
import { city, locales, other, say } from "./words.ts";

// Listings are all made alike: with scripts on the samples stand for them.
const isBare = ({ place }: (typeof everyPage)[number]) => !place.sample && place.key.startsWith("listing");
for (const javaScriptEnabled of [true, false])
  test.describe(`every page, scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ viewport: { width: 320, height: 640 }, javaScriptEnabled });
    const some = everyPage.filter((one) => isBare(one) !== javaScriptEnabled);
    // Twelve to a window of the browser: opening one takes longer than looking at a page.
    for (let start = 0; start < some.length; start += 12)
      test(`twelve of them, from ${some[start]!.path}`, async ({ page, baseURL }) => {
        for (const one of some.slice(start, start + 12)) await expectFrame(page, baseURL!, one);
      });
  });

async function expectFrame(page: Page, baseURL: string, { place, locale, path }: (typeof everyPage)[number]): Promise<void> {
  const t = say(locale);
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  expect(await response?.headerValue("set-cookie"), path).toBeNull();
  expect(page.url()).toBe(baseURL + path);
  const crumbs = place.crumbs[locale];
  const { description, exit, ...frame } = await page.evaluate(readFrame, { crumbs: t("Page.breadcrumbs"), languages: t("Page.languages") });
  expect(frame, path).toEqual({
    lang: locale,
    title: `${place.title[locale]} – ${city(locale).siteName}`,
    headings: 1,
    canonical: [baseURL + path],
    // The choice of a language is the first page's other face.
    alternates: [...locales.map((one) => [one, baseURL + place.path[one]]), ...(place.key === "home" ? [["x-default", `${baseURL}/`]] : [])],
    crumbs: crumbs.length > 0 ? [t("Page.home"), ...crumbs] : [],
    firstCrumb: crumbs.length > 0 ? fixed.home[locale] : undefined,
    lastCrumb: crumbs.length > 0 ? [path, "page"] : undefined,
    languages: [[other(locale), place.path[other(locale)]]],
    sideways: 0,
  });
  expect(description, path).toMatch(/^\S.{20,165}$/);
  expect(exit, path).toEqual({ href: city(locale).exitUrl, text: expect.stringContaining(t("Page.exit")) });
  expect(exit?.text, path).toContain(t("Page.exitLimit"));
}

/** What every page has around its own words. Runs in the browser. */
function readFrame(names: { crumbs: string; languages: string }) {
  const links = (selector: string) => [...document.querySelectorAll<HTMLLinkElement>(`head link[${selector}]`)];
  const inNav = (name: string) => [...document.querySelectorAll(`nav[aria-label="${name}"] a`)];
  const crumbs = inNav(names.crumbs);
  const last = crumbs.at(-1);
  const exit = document.querySelector(".exit");
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll("h1")].filter((heading) => heading.checkVisibility()).length,
    canonical: links('rel="canonical"').map(({ href }) => href),
    alternates: links('rel="alternate"').map(({ hreflang, href }) => [hreflang, href]),
    crumbs: crumbs.map(({ textContent }) => textContent),
    firstCrumb: crumbs[0]?.getAttribute("href") ?? undefined,
    lastCrumb: last && [last.getAttribute("href"), last.getAttribute("aria-current")],
    languages: inNav(names.languages).map((link) => [link.getAttribute("lang"), link.getAttribute("href")]),
    description: document.querySelector('meta[name="description"]')?.getAttribute("content"),
    exit: exit?.checkVisibility() ? { href: exit.querySelector("a")?.getAttribute("href"), text: exit.textContent } : undefined,
    /** How far the page scrolls sideways. */
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}

test("the keyboard can skip to the text, and the language changes there and back", async ({ page, baseURL }) => {
  for (const { path } of samples) {
    await page.goto(path.en);
    for (const locale of ["en", "es"] as const) {
      await page.keyboard.press("Tab");
      const skip = page.getByRole("link", { name: say(locale)("Page.skip") });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("main")).toBeFocused();
      await page.getByRole("navigation", { name: say(locale)("Page.languages") }).getByRole("link").click();
      await expect(page).toHaveURL(baseURL + path[other(locale)]);
      await expect(page.locator("html")).toHaveAttribute("lang", other(locale));
    }
  }
});

for (const locale of locales)
  test(`changing the language keeps what was asked (${locale})`, async ({ page, baseURL }) => {
    const asked = "?q=asylum&need=asylum&language=es&zip=90012&free=1&recognized=1";
    await page.goto(fixed.findHelp[locale] + asked);
    await page.getByRole("navigation", { name: say(locale)("Page.languages") }).getByRole("link").click();
    await expect(page).toHaveURL(baseURL + fixed.findHelp[other(locale)] + asked);
  });

test("/ asks for the language, whatever the browser prefers", async ({ request, baseURL }) => {
  for (const preferred of ["es-MX,es;q=0.9", "en-US", "ko", "*", "%%"]) {
    const response = await request.get("/", { headers: { "accept-language": preferred }, maxRedirects: 0 });
    expect(response.status()).toBe(200);
    expect(response.headers()["set-cookie"]).toBeUndefined();
    const html = await response.text();
    for (const locale of locales) {
      expect(html).toContain(`href="${fixed.home[locale]}"`);
      expect(html).toContain(city(locale).siteName);
      expect(html).toContain(`hrefLang="${locale}" href="${baseURL}${fixed.home[locale]}"`);
    }
    expect(html).toContain(`rel="canonical" href="${baseURL}/"`);
  }
});

for (const locale of locales)
  test(`no page is changed by what the browser prefers (${locale})`, async ({ request }) => {
    const response = await request.get(fixed.about[locale], { headers: { "accept-language": other(locale), cookie: `NEXT_LOCALE=${other(locale)}` }, maxRedirects: 0 });
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain(`<html lang="${locale}"`);
  });

test("the sitemap names every page, and robots.txt the sitemap", async ({ request, baseURL }) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const named = [...sitemap.matchAll(/<loc>([^<]*)/g)].map(([, url]) => url).sort();
  expect(named).toEqual([`${baseURL}/`, ...everyPage.map(({ path }) => baseURL + path)].sort());
  expect(await (await request.get("/robots.txt")).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

test("health answers", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});
