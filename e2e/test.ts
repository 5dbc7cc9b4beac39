import { expect, test as base, type Page } from "playwright/test";

/**
 * Every page that a test opens is watched: no request may leave the site, nothing may be stored on the phone, and
 * the browser may have nothing to complain about. Following a link to another host is no request of ours.
 */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const origin = baseURL ?? "";
      const foreign: string[] = [];
      const complaints: string[] = [];
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin && !request.isNavigationRequest()) foreign.push(request.url());
      });
      context.on("weberror", (error) => complaints.push(error.error().message));
      context.on("console", (message) => {
        // An address that does not exist is what some tests ask for.
        if (message.type() === "error" && !/status of (400|404)/.test(message.text())) complaints.push(message.text());
      });
      await use(undefined);
      expect(foreign, "requests to other hosts").toEqual([]);
      expect(complaints, "errors in the browser").toEqual([]);
      expect(await context.cookies(), "cookies").toEqual([]);
      for (const page of context.pages()) if (page.url().startsWith(origin)) expect(await stored(page), "storage").toEqual(nothing);
    },
    { auto: true },
  ],
});
export { expect };

const nothing = { cookie: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0 };

/** What a page has stored on the phone. */
function stored(page: Page) {
  return page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}
