import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { expect, test } from "playwright/test";
import { everyPage, samplePaths } from "./addresses.ts";

const validator = new HtmlValidate(new FileSystemConfigLoader());

// Listings are all made alike: the samples stand for them.
const written = everyPage.filter(({ place }) => !place.key.startsWith("listing"));
for (const path of new Set([...samplePaths, ...written.map(({ path }) => path)]))
  test(`valid HTML: ${path}`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    const report = await validator.validateString(html, "page.html");
    const faults = report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector, offset }) => `${ruleId}: ${message} at ${selector}: ${html.slice(offset, offset + 120)}`));
    expect(faults).toEqual([]);
  });
