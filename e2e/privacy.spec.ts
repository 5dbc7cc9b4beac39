import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fixed, samplePaths } from "./addresses.ts";
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
