// Every page as it is sent: asked for once, and looked at in each way that needs no browser.
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { expect, test } from "playwright/test";
import { everyPage, samplePaths } from "./addresses.ts";

const validator = new HtmlValidate(new FileSystemConfigLoader());

// Listings are all made alike: the samples stand for them.
const written = new Set([...samplePaths, ...everyPage.filter(({ place }) => !place.key.startsWith("listing")).map(({ path }) => path)]);
const pages = new Set([...samplePaths, ...everyPage.map(({ path }) => path)]);

test("no answer sets a cookie or names a resource of another host; HTML is valid; titles and descriptions are each page's own", async ({ request, baseURL }) => {
  const seen = { title: new Map<string, string>(), description: new Map<string, string>() };
  for (const path of [...pages, "/api/health", "/robots.txt", "/sitemap.xml", "/en/%", "/fr"]) {
    const response = await request.get(path);
    const html = await response.text();
    expect.soft(response.headers()["set-cookie"], path).toBeUndefined();
    expect.soft(resourcesIn(html).filter((url) => new URL(url, baseURL).origin !== baseURL), path).toEqual([]);
    if (written.has(path)) expect.soft(await faultsIn(html), path).toEqual([]);
    if (!everyPage.some((page) => page.path === path)) continue;
    const found = { title: /<title>([^<]*)/.exec(html)?.[1], description: /<meta name="description" content="([^"]*)/.exec(html)?.[1] };
    for (const kind of ["title", "description"] as const) {
      const text = found[kind] ?? "";
      expect.soft(seen[kind].get(text), `${kind} of ${path}: ${text}`).toBeUndefined();
      seen[kind].set(text, path);
    }
  }
});

async function faultsIn(html: string): Promise<string[]> {
  const report = await validator.validateString(html, "page.html");
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector, offset }) => `${ruleId}: ${message} at ${selector}: ${html.slice(offset, offset + 120)}`));
}

/** Whatever a browser would fetch by itself, or send a form to. */
function resourcesIn(html: string): string[] {
  const tags = [...html.matchAll(/<(script|img|iframe|source|video|audio|embed|object|link|form|input|use|image)\b[^>]*>/gi)].map(([tag]) => tag);
  const fetched = tags.filter((tag) => !/^<link\b[^>]*rel="(canonical|alternate)"/i.test(tag));
  const named = fetched.flatMap((tag) => [...tag.matchAll(/\s(?:src|href|data|action|poster|srcset)="([^"]*)"/gi)].map(([, url]) => url!));
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].flatMap(([, css]) => [...css!.matchAll(/(?:url\(|@import\s+)["']?([^"')]+)/g)].map(([, url]) => url!));
  return [...named, ...styles].map((url) => url.replaceAll("&amp;", "&")).filter((url) => !url.startsWith("data:"));
}
