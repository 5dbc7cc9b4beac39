import { everyPage, fixed, samples } from "./addresses.ts";
import { expect, test } from "./test.ts";
import { city, locales, other, say } from "./words.ts";

test.describe("every page", () => {
  for (const { place, locale, path } of everyPage)
    test(`${place.key} (${locale})`, async ({ page, baseURL }) => {
      const t = say(locale);
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      expect(await response?.headerValue("set-cookie")).toBeNull();
      expect(page.url()).toBe(baseURL + path);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page).toHaveTitle(`${place.title[locale]} – ${city(locale).siteName}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

      const head = page.locator("head");
      await expect(head.locator('meta[name="description"]')).toHaveAttribute("content", /\S.{20,165}$/);
      await expect(head.locator('link[rel="canonical"]')).toHaveAttribute("href", baseURL + path);
      await expect(head.locator('link[rel="alternate"]')).toHaveCount(locales.length);
      for (const one of locales) await expect(head.locator(`link[rel="alternate"][hreflang="${one}"]`)).toHaveAttribute("href", baseURL + place.path[one]);

      const crumbs = place.crumbs[locale];
      const links = page.getByRole("navigation", { name: t("Page.breadcrumbs") }).getByRole("link");
      await expect(links).toHaveText(crumbs.length > 0 ? [t("Page.home"), ...crumbs] : []);
      if (crumbs.length > 0) {
        await expect(links.first()).toHaveAttribute("href", fixed.home[locale]);
        await expect(links.last()).toHaveAttribute("href", path);
        await expect(links.last()).toHaveAttribute("aria-current", "page");
      }

      const language = page.getByRole("navigation", { name: t("Page.languages") }).getByRole("link");
      await expect(language).toHaveAttribute("href", place.path[other(locale)]);
      await expect(language).toHaveAttribute("lang", other(locale));
      const exit = page.getByRole("link", { name: t("Page.exit") });
      await expect(exit).toHaveAttribute("href", city(locale).exitUrl);
      await expect(exit).toContainText(t("Page.exitLimit"));
    });
});

test("titles and descriptions are each page's own", async ({ request }) => {
  const seen = { title: new Map<string, string>(), description: new Map<string, string>() };
  for (const { path } of everyPage) {
    const html = await (await request.get(path)).text();
    const found = { title: /<title>([^<]*)/.exec(html)?.[1], description: /<meta name="description" content="([^"]*)/.exec(html)?.[1] };
    for (const kind of ["title", "description"] as const) {
      const text = found[kind] ?? "";
      expect(seen[kind].get(text), `${kind} of ${path}: ${text}`).toBeUndefined();
      seen[kind].set(text, path);
    }
  }
});

for (const { key, path } of samples)
  for (const locale of locales)
    test(`the keyboard can skip to the text and change the language: ${key} (${locale})`, async ({ page, baseURL }) => {
      await page.goto(path[locale]);
      await page.keyboard.press("Tab");
      const skip = page.getByRole("link", { name: say(locale)("Page.skip") });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("main")).toBeFocused();
      await page.getByRole("navigation", { name: say(locale)("Page.languages") }).getByRole("link").click();
      await expect(page).toHaveURL(baseURL + path[other(locale)]);
      await expect(page.locator("html")).toHaveAttribute("lang", other(locale));
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
