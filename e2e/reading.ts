import type { APIRequestContext, Page } from "playwright/test";

/** Reads a page's HTML without drawing it: `read` runs in the browser, on the parsed document. */
export async function readPage<T>(page: Page, request: APIRequestContext, path: string, read: (document: Document) => T): Promise<T> {
  const response = await request.get(path);
  if (response.status() !== 200) throw new Error(`${path}: ${response.status()}`);
  const html = await response.text();
  return page.evaluate(({ html, source }) => (new Function(`return (${source})`)() as (document: Document) => T)(new DOMParser().parseFromString(html, "text/html")), { html, source: read.toString() });
}
