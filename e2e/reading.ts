import { test as base, type Page } from "playwright/test";

export type Read = <T>(path: string, read: (document: Document) => T) => Promise<T>;

/** For tests that look at what a page says, not at how it is drawn: `read(path, look)` runs `look` on the parsed HTML. */
export const test = base.extend<{ read: Read }, { parser: Page }>({
  // One window for many tests, as nothing of the guide is ever opened in it.
  parser: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await use(page);
      await page.close();
    },
    { scope: "worker" },
  ],
  read: async ({ parser, request }, provide) => {
    await provide(async (path, read) => {
      const response = await request.get(path);
      if (response.status() !== 200) throw new Error(`${path}: ${response.status()}`);
      const html = await response.text();
      return parser.evaluate(({ html, source }) => (new Function(`return (${source})`)() as typeof read)(new DOMParser().parseFromString(html, "text/html")), { html, source: read.toString() });
    });
  },
});
export { expect } from "playwright/test";
