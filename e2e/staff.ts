import { expect, test as base, type BrowserContext, type Page } from "playwright/test";
import { demonstrationPassword, demonstrationSecret, demonstrationStaff } from "../lib/demonstrationStaff.ts";
import type { Role } from "../lib/permissions.ts";
import { totpCode } from "../lib/totpCode.ts";
import en from "../messages/en.json" with { type: "json" };

/**
 * Staff pages set a cookie; the rest is watched as on the residents' pages: no other host, no complaint of the browser.
 * @returns says at the end what there was
 */
export function watch(context: BrowserContext, origin: string): () => void {
  const foreign: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) foreign.push(request.url());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    if (message.type() === "error" && !/status of (400|404)/.test(message.text())) complaints.push(message.text());
  });
  return () => {
    expect(foreign, "requests to other hosts").toEqual([]);
    expect(complaints, "errors in the browser").toEqual([]);
  };
}

export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const settle = watch(context, baseURL ?? "");
      await use(undefined);
      settle();
    },
    { auto: true },
  ],
});
export { expect };

/** The person of the demonstration (DEMO=1) who has this role; "editor" has two: `nth` 0 and 1. */
export function person(role: Role, nth = 0) {
  return demonstrationStaff.filter((one) => one.role === role)[nth]!;
}

/** Opens the staff area as the demonstration person of this role, second factor shown. Works with scripts off too. */
export async function signIn(page: Page, role: Role, nth = 0): Promise<void> {
  const words = en.Staff;
  await page.goto("/admin/sign-in");
  await page.getByLabel(words.SignIn.email).fill(person(role, nth).email);
  await page.getByLabel(words.SignIn.password).fill(demonstrationPassword);
  await page.getByRole("button", { name: words.SignIn.submit, exact: true }).click();
  await page.waitForURL("**/admin/second-factor");
  await page.getByLabel(words.SecondFactor.code).fill(totpCode(demonstrationSecret.typed));
  await page.getByRole("button", { name: words.SecondFactor.submit, exact: true }).click();
  await page.waitForURL("**/admin");
}
