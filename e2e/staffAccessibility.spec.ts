// Every page of the staff area with something on it, and what it looks like when something went wrong.
import type { Page } from "playwright/test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { aboutColours, expectNoViolations, openAll, sideways } from "./axe.ts";
import { expect, test } from "./colleagues.ts";
import { ownNumber, ownWord, type OwnRecords } from "./ownRecords.ts";
import { person } from "./staff.ts";
import { say } from "./words.ts";
import type { StaffPage } from "../lib/access.ts";
import { demonstrationPassword } from "../lib/demonstrationStaff.ts";

const t = say("en");
const names = (key: "number" | "sourceKey") => t(`Staff.FieldNames.names.${key}`);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Records for the pages that show one: a listing and a section with a change that waits, and whatever there is of the rest. */
async function content(own: OwnRecords) {
  const { db } = own.data;
  const [listing, section] = [await own.listing({ website: "https://example.org", conflicts: [{ field: "phone", note: "", text: { en: "Two lists differ.", es: "Dos listas difieren." } }] }), await own.section()];
  const { revisionId } = await own.propose("Organization", listing.id, { phones: [{ number: ownNumber(), type: "voice", extension: "12" }] });
  await own.propose("Section", section.id, { text: { ...section.document.text, en: { ...section.document.text.en, answer: "You may always ask for a lawyer, and you may stay silent until the lawyer is there with you." } } });
  const select = { id: true } as const;
  const [chapter, directive, provision, colleague] = await Promise.all([
    db.chapter.findFirstOrThrow({ select }),
    db.directive.findFirstOrThrow({ select }),
    db.provision.findFirstOrThrow({ select }),
    db.staffMember.findUniqueOrThrow({ where: { email: person("editor").email }, select }),
  ]);
  return { listing: listing.id, revision: revisionId, section: section.id, chapter: chapter.id, directive: directive.id, provision: provision.id, colleague: colleague.id };
}
type Content = Awaited<ReturnType<typeof content>>;

/** Where each page is to be seen; null: tests below go there by themselves. */
const places: Record<StaffPage, ((of: Content) => string) | null> = {
  "/admin": () => "/admin",
  "/admin/no-access": () => "/admin/no-access",
  "/admin/not-there": () => "/admin/not-there",
  "/admin/sign-in": null,
  "/admin/second-factor": null,
  "/admin/welcome/[token]": null,
  "/admin/account": () => "/admin/account",
  "/admin/account/second-factor": () => "/admin/account/second-factor",
  "/admin/verification": () => "/admin/verification",
  "/admin/verification/[id]": ({ listing }) => `/admin/verification/${listing}`,
  "/admin/corrections": () => "/admin/corrections",
  "/admin/revisions": () => "/admin/revisions",
  "/admin/revisions/[id]": ({ revision }) => `/admin/revisions/${revision}`,
  "/admin/history/[entity]/[id]": ({ listing }) => `/admin/history/Organization/${listing}?on=2099-01-01`,
  "/admin/preview/[revision]": ({ revision }) => `/admin/preview/${revision}`,
  "/admin/preview/frame/[locale]/[revision]": ({ revision }) => `/admin/preview/frame/es/${revision}`,
  "/admin/audit": () => "/admin/audit",
  "/admin/staff": () => "/admin/staff",
  "/admin/staff/[id]": ({ colleague }) => `/admin/staff/${colleague}`,
  "/admin/listings": () => "/admin/listings",
  "/admin/listings/new": () => "/admin/listings/new",
  "/admin/listings/[id]": ({ listing }) => `/admin/listings/${listing}`,
  "/admin/guide": () => "/admin/guide",
  "/admin/guide/chapter/new": () => "/admin/guide/chapter/new?guide=know-your-rights",
  "/admin/guide/chapter/[id]": ({ chapter }) => `/admin/guide/chapter/${chapter}`,
  "/admin/guide/section/new": ({ chapter }) => `/admin/guide/section/new?chapter=${chapter}`,
  "/admin/guide/section/[id]": ({ section }) => `/admin/guide/section/${section}`,
  "/admin/directives": () => "/admin/directives",
  "/admin/directives/new": () => "/admin/directives/new",
  "/admin/directives/[id]": ({ directive }) => `/admin/directives/${directive}`,
  "/admin/directives/provision/new": ({ directive }) => `/admin/directives/provision/new?act=${directive}`,
  "/admin/directives/provision/[id]": ({ provision }) => `/admin/directives/provision/${provision}`,
  "/admin/translations": () => "/admin/translations?view=counsel",
  "/admin/translations/[entity]/[id]": ({ section }) => `/admin/translations/Section/${section}`,
  "/admin/translations/review/[entity]/[id]": ({ section }) => `/admin/translations/review/Section/${section}`,
  "/admin/settings": () => "/admin/settings",
  "/admin/imports": () => "/admin/imports",
  "/admin/imports/roster": () => "/admin/imports/roster",
  "/admin/imports/[id]": null,
  "/admin/imports/[id]/[line]": null,
  "/admin/exports": () => "/admin/exports",
};

const validator = new HtmlValidate(new FileSystemConfigLoader());

async function expectValid(answer: string, where: string): Promise<void> {
  // React writes an empty address into every form that posts to an action.
  const html = answer.replaceAll(' action=""', "");
  const { results } = await validator.validateString(html, "page.html");
  const faults = results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector, offset }) => `${ruleId}: ${message} at ${selector}: ${html.slice(offset, offset + 120)}`));
  expect.soft(faults, where).toEqual([]);
}

/** Controls that are lower than 44 px, but for links in tables and text. Runs in the browser. */
function lowTargets(): string[] {
  return [...document.querySelectorAll("button, input, select, textarea, summary, header a, .button, .chip, .tiles a, .act a")].flatMap((element) => {
    const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
    if (!element.checkVisibility() || element.matches(".skip, [aria-hidden]")) return [];
    return height >= 44 && width >= 24 ? [] : [`${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 160)}`];
  });
}

/** What stands in the window now: on a phone, in light and dark; and on a desk nothing is wider than the window. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "light" });
  await openAll(page);
  await expectNoViolations(page, `${where}, light`);
  expect.soft(await sideways(page), `${where}: sideways`).toBe(0);
  expect.soft(await page.evaluate(lowTargets), `${where}: low targets`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page, `${where}, dark`, aboutColours);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect.soft(await sideways(page), `${where}: sideways, wide`).toBe(0);
}

async function expectGood(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await expectValid(await response!.text(), path);
  await expectAccessible(page, path);
}

const made = Object.values(places).filter((place) => place !== null);
// Five to a test: the records that they show are made once for them.
for (let start = 0; start < made.length; start += 5)
  test(`axe, HTML and width of five pages, from number ${start + 1}`, async ({ as, own }) => {
    const page = await as("administrator");
    const of = await content(own);
    for (const place of made.slice(start, start + 5)) await expectGood(page, place(of));
  });

test("axe, HTML and width of what nobody has to sign in for", async ({ page }) => {
  await expectGood(page, "/admin/sign-in");
  await expectGood(page, "/admin/welcome/none");
  await page.goto("/admin/sign-in");
  await button(page, t("Staff.SignIn.submit")).click();
  await expect(page.getByRole("alert").filter({ has: page.getByRole("heading") })).toBeFocused();
  await expectAccessible(page, "signing in with nothing");
  await page.getByLabel(t("Staff.SignIn.email")).fill(person("counsel").email);
  await page.getByLabel(t("Staff.SignIn.password")).fill(demonstrationPassword);
  await button(page, t("Staff.SignIn.submit")).click();
  await page.waitForURL("**/admin/second-factor");
  await expectGood(page, "/admin/second-factor");
});

test("axe on an import with a bad row, and on a row", async ({ as }) => {
  const page = await as("administrator");
  await page.goto("/admin/imports");
  await page.getByLabel(t("Staff.Imports.upload.sourceName")).fill(`List ${ownWord()}`);
  const csv = ["name,phone_1,needs,service_name_en,service_name_es", `House ${ownWord()},213-555-0133,asylum,Legal help,Ayuda legal`, `House ${ownWord()},12,asylum,Legal help,Ayuda legal`].join("\r\n");
  await page.getByLabel(t("Staff.Imports.upload.file"), { exact: true }).setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await button(page, t("Staff.Imports.upload.submit")).click();
  await expectAccessible(page, "the columns of an import");
  await button(page, t("Staff.Imports.columns.check")).click();
  await expect(page.getByText(t("Staff.Imports.state.checked"))).toBeVisible({ timeout: 20_000 });
  await expectGood(page, page.url());
  const line = await page.getByRole("rowheader").getByRole("link").first().getAttribute("href");
  await expectGood(page, line!);
});

test("axe on a correction with errors, and on a form that somebody else was faster with", async ({ as, own }) => {
  const [listing, section, page] = [await own.listing(), await own.section(), await as("editor")];
  await page.goto(`/admin/listings?q=${listing.name}&correct=${listing.id}`);
  await page.getByLabel(names("number"), { exact: true }).fill("12");
  await button(page, t("Staff.Form.submit")).click();
  await expect(page.locator(".errors")).toBeFocused();
  await expectAccessible(page, "a correction with errors");

  const path = `/admin/guide/section/${section.id}`;
  await page.goto(path);
  await own.propose("Section", section.id, { text: { ...section.document.text, en: { ...section.document.text.en, answer: "Another answer." } } });
  await page.locator('[name="text.en.answer"]').fill("My own answer.");
  await button(page, t("Staff.Form.draft")).click();
  await expect(page.locator(".errors")).toBeFocused();
  await expectAccessible(page, "a conflict");
});

test("keyboard: past the rooms to the page, and a number corrected without touching a mouse", async ({ as, own }) => {
  const [listing, page] = [await own.listing(), await as("contributor")];
  const number = ownNumber();
  const focus = page.locator(":focus");
  await page.goto(`/admin/listings?q=${listing.name}`);
  await page.keyboard.press("Tab");
  await expect(focus).toHaveText(t("Staff.Shell.skip"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await focus.evaluate((element) => document.querySelector("main")!.contains(element))).toBe(true);
  await tabTo(page, page.getByRole("link", { name: t("Staff.Listings.correctNamed", { name: listing.name }) }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(names("number"), { exact: true })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(number);
  await tabTo(page, button(page, t("Staff.Form.submit")));
  await page.keyboard.press("Enter");
  // It does not say where the number was read: the focus goes to the error, and from there to the field.
  await expect(page.locator(".errors")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(names("sourceKey"))).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel(names("sourceKey"))).toHaveValue("told");
  await tabTo(page, button(page, t("Staff.Form.submit")));
  await page.keyboard.press("Enter");
  await expect(page.getByText(t("Staff.Form.done.submitted"))).toBeVisible();
});

/** Presses Tab until this has the focus; each step leads further down the page. */
async function tabTo(page: Page, target: ReturnType<Page["locator"]>): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    const from = await page.evaluateHandle(() => document.activeElement!);
    await page.keyboard.press("Tab");
    expect(await from.evaluate((before) => before.compareDocumentPosition(document.activeElement!) & Node.DOCUMENT_POSITION_FOLLOWING)).toBeTruthy();
  }
  throw new Error("The keyboard does not get there.");
}

test("in forced colours everything that is pressed has an edge, and the room one is in is marked", async ({ as }) => {
  const page = await as("editor");
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/admin/verification");
  const edges = (selector: string) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one)).map(({ borderTopStyle, borderTopWidth }) => `${borderTopStyle} ${Number.parseFloat(borderTopWidth) > 0}`));
  for (const kind of [".button", ".field", ".card", ".note"]) expect(new Set(await edges(`main ${kind}`)), kind).toEqual(new Set(["solid true"]));
  const under = (selector: string) => page.locator(selector).first().evaluate((link) => getComputedStyle(link).borderBottomColor);
  expect(await under("header nav a[aria-current]")).not.toBe(await under("header nav a:not([aria-current])"));
});
