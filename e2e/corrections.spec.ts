import { expect, test } from "./test.ts";
import { fixed } from "./addresses.ts";
import { locales, providers, say } from "./words.ts";

// One reader may send five reports an hour, and all tests are one reader: three are sent here.
const [first, second, third] = providers;

for (const [javaScriptEnabled, locale] of [[true, "en"], [false, "es"]] as const)
  test.describe(`scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test(`${locale}: a reader says that a number does not answer, and goes back to the listing`, async ({ page, context }) => {
      const { slug, facts } = (javaScriptEnabled ? first : second)!;
      const t = say(locale);
      await page.goto(`${fixed.findHelp[locale]}/${slug}`);
      await page.getByText(t("Correct.summary")).click();
      await page.getByRole("radio", { name: t("Correct.kind.numberDoesNotAnswer") }).check();
      const note = page.getByRole("textbox", { name: t("Correct.note") });
      await expect(note).toHaveAccessibleDescription(t("Correct.hint"));
      await note.fill('<b>x</b> & "y"');
      await page.getByRole("button", { name: t("Correct.send"), exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("Correct.thanksTitle"));
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
      await page.getByRole("link", { name: t("Correct.backTo", { name: facts.name }) }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(facts.name);
    });
  });

test("the form asks for nothing that could name a reader", async ({ page }) => {
  await page.goto(`${fixed.findHelp.en}/${third!.slug}`);
  const fields = await page.locator('form[action="/api/corrections"]').evaluate((form: HTMLFormElement) => [...new Set([...form.elements].flatMap((field) => ("name" in field && field.name ? [String(field.name)] : [])))]);
  expect(fields.toSorted()).toEqual(["kind", "locale", "note", "slug"]);
});

test("what is no report is answered with a page, and without a cookie", async ({ request }) => {
  const good = { slug: third!.slug, locale: "es", kind: "other" };
  for (const [form, headers, status] of [
    [{ ...good, kind: "x" }, {}, 400], [{ ...good, note: "x".repeat(5000) }, {}, 400], [good, { "sec-fetch-site": "cross-site" }, 400], [good, { origin: "https://evil.example" }, 400], [{ ...good, slug: "no-such-listing" }, {}, 404],
  ] as [Record<string, string>, Record<string, string>, number][]) {
    const answer = await request.post("/api/corrections", { form, headers, maxRedirects: 0 });
    expect(answer.status()).toBe(status);
    expect(answer.headers()["content-type"]).toContain("text/html");
    expect(answer.headers()["set-cookie"]).toBeUndefined();
    expect(await answer.text()).toMatch(/<h1[\s>]/);
  }
  expect((await request.get("/api/corrections", { maxRedirects: 0 })).status()).toBe(405);
});

for (const locale of locales)
  test(`${locale}: a link that is worth nothing says so kindly`, async ({ page }) => {
    const t = say(locale);
    const path = { en: "/en/confirm/", es: "/es/confirmar/" }[locale];
    for (const token of ["x", "A".repeat(43), "%3Cb%3E"]) {
      const answer = await page.goto(path + token);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("Confirm.goneTitle"));
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    }
  });
