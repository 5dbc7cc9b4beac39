import type { Page } from "playwright/test";
import { expect, test } from "./colleagues.ts";
import { fixed } from "./addresses.ts";
import { ownWord } from "./ownRecords.ts";
import { say } from "./words.ts";
import { needCodes } from "../lib/content.ts";
import { slugOf } from "../lib/importedListing.ts";

const t = say("en");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function upload(page: Page, rows: string[]): Promise<void> {
  const csv = ["name,phone_1,needs,service_name_en,service_name_es", ...rows].join("\r\n");
  await page.goto("/admin/imports");
  await page.getByLabel(t("Staff.Imports.upload.sourceName")).fill(`List ${ownWord()}`);
  await page.getByLabel(t("Staff.Imports.upload.file"), { exact: true }).setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await button(page, t("Staff.Imports.upload.submit")).click();
  await button(page, t("Staff.Imports.columns.check")).click();
  // The press does it, and the page looks again by itself.
  await expect(page.getByText(t("Staff.Imports.state.checked"))).toBeVisible({ timeout: 20_000 });
}

test("a good file: nothing changes before another person has approved it whole", async ({ as, own, request }) => {
  const names = [`House ${ownWord()}`, `House ${ownWord()}`];
  const statuses = () => Promise.all(names.map(async (name) => (await request.get(`${fixed.findHelp.en}/${slugOf(name)}`)).status()));
  const contributor = await as("contributor");
  await upload(contributor, names.map((name, index) => `${name},213-555-01${31 + index},asylum,Legal help,Ayuda legal`));
  await button(contributor, t("Staff.Imports.submit", { count: 2 })).click();
  await expect(contributor.getByText(t("Staff.Imports.waits"))).toBeVisible();
  expect(await statuses()).toEqual([404, 404]);

  const editor = await as("editor");
  await editor.goto(contributor.url());
  await button(editor, t("Staff.Imports.approve", { count: 2 })).click();
  await expect(editor.getByText(t("Staff.Imports.state.applied"))).toBeVisible({ timeout: 20_000 });
  expect(await statuses()).toEqual([200, 200]);
  const { db, hideRecord, actorOf } = own.data;
  for (const { id } of await db.organization.findMany({ where: { name: { in: names } }, select: { id: true } })) await hideRecord(await actorOf("administrator"), "Organization", id, "The test is over.");
});

test("a bad file: every bad row is named with its reason, and nothing can come of it", async ({ as, request }) => {
  const [good, badPhone, badNeed] = [`House ${ownWord()}`, `House ${ownWord()}`, `House ${ownWord()}`];
  const contributor = await as("contributor");
  await upload(contributor, [`${good},213-555-0133,asylum,Legal help,Ayuda legal`, `${badPhone},12,asylum,Legal help,Ayuda legal`, `${badNeed},213-555-0135,wealth,Legal help,Ayuda legal`]);
  await expect(contributor.getByText(t("Staff.Imports.bad", { count: 2 }))).toBeVisible();
  const row = (name: string) => contributor.getByRole("row", { name });
  await expect(row(good)).toContainText(t("Staff.Imports.verdict.new"));
  await expect(row(badPhone)).toContainText(`phone_1 ${t("Staff.Imports.remark.value", { value: "12" })} ${t("Staff.Faults.phone")}`);
  await expect(row(badNeed)).toContainText(`needs ${t("Staff.Imports.remark.value", { value: "wealth" })} ${t("Staff.Imports.fault.need", { codes: needCodes.join(", ") })}`);
  for (const [name, line] of [[badPhone, "3"], [badNeed, "4"]] as const) await expect(row(name).getByRole("cell").first()).toHaveText(line);
  await expect(button(contributor, t("Staff.Imports.submit", { count: 1 }))).toHaveCount(0);
  expect((await request.get(`${fixed.findHelp.en}/${slugOf(good)}`)).status()).toBe(404);
});
