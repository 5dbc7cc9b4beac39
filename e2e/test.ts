import { expect, test as base, type BrowserContext, type Page } from "playwright/test";

/**
 * Every page that a test opens is watched: no request may leave the site, and nothing may be stored on the phone.
 * Links to other hosts may be followed only where a test answers for them itself (page.route).
 */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const foreign: string[] = [];
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== baseURL && !request.isNavigationRequest()) foreign.push(request.url());
      });
      await use(undefined);
      expect(foreign, "requests to other hosts").toEqual([]);
      expect(await context.cookies(), "cookies").toEqual([]);
      for (const page of context.pages()) if (page.url().startsWith(baseURL ?? "")) expect(await stored(page), "storage").toEqual(nothing);
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
    caches: globalThis.caches ? (await caches.keys()).length : 0,
    workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  }));
}

/** Turns links to other hosts into an empty page, so that tests never leave this machine. */
export async function stayHere(context: BrowserContext, baseURL: string): Promise<void> {
  await context.route(
    (url) => url.origin !== baseURL,
    (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<title>elsewhere</title>" }),
  );
}
