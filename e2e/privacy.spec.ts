import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { everyPage, fixed, samplePaths } from "./addresses.ts";
import { expect, test } from "./test.ts";
import { locales, say } from "./words.ts";

// What a page asks for and stores is watched in every test (test.ts). Here the whole is walked through on purpose.
for (const javaScriptEnabled of [true, false])
  test.describe(`scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("one reader sees every kind of page, searches, and leaves no trace", async ({ page, context, baseURL }) => {
      const asked = new Set<string>();
      context.on("request", (request) => asked.add(new URL(request.url()).origin));
      for (const path of samplePaths) await page.goto(path);
      for (const locale of locales) {
        await page.goto(fixed.findHelp[locale]);
        await page.getByRole("searchbox").fill("asylum");
        await page.getByRole("button", { name: say(locale)("FindHelp.search"), exact: true }).click();
        await expect(page).toHaveURL(/q=asylum/);
      }
      expect([...asked]).toEqual([baseURL]);
      expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
    });
  });

test("no answer sets a cookie, and no page names a resource of another host", async ({ request, baseURL }) => {
  for (const path of [...everyPage.map(({ path }) => path), ...samplePaths, "/api/health", "/robots.txt", "/sitemap.xml", "/en/%", "/fr"]) {
    const response = await request.get(path);
    expect(response.headers()["set-cookie"], path).toBeUndefined();
    expect(resourcesIn(await response.text()).filter((url) => new URL(url, baseURL).origin !== baseURL), path).toEqual([]);
  }
});

/** Whatever a browser would fetch by itself, or send a form to. */
function resourcesIn(html: string): string[] {
  const tags = [...html.matchAll(/<(script|img|iframe|source|video|audio|embed|object|link|form|input|use|image)\b[^>]*>/gi)].map(([tag]) => tag);
  const fetched = tags.filter((tag) => !/^<link\b[^>]*rel="(canonical|alternate)"/i.test(tag));
  const named = fetched.flatMap((tag) => [...tag.matchAll(/\s(?:src|href|data|action|poster|srcset)="([^"]*)"/gi)].map(([, url]) => url!));
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].flatMap(([, css]) => [...css!.matchAll(/(?:url\(|@import\s+)["']?([^"')]+)/g)].map(([, url]) => url!));
  return [...named, ...styles].map((url) => url.replaceAll("&amp;", "&")).filter((url) => !url.startsWith("data:"));
}

test("answers carry the headers that keep readers safe", async ({ request }) => {
  const headers = (await request.get(fixed.home.en)).headers();
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
});

// Residents' pages cannot import these: .dependency-cruiser.cjs.
const ofStaff = /^(app[\\/]admin|components[\\/](staff|listingForm|textForm|revision|verification|corrections))[\\/]/;

test("resident pages are made on the server only", () => {
  const clientFiles = ["app", "components"]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((file) => /\.tsx?$/.test(file) && !ofStaff.test(file))
    .filter((file) => /^\s*["']use client["']/m.test(readFileSync(file, "utf8")));
  expect(clientFiles).toEqual([]);
});
