import type { Page } from "playwright/test";
import { expect, test } from "./colleagues.ts";
import { ownNumber, ownWord, type OwnRecords } from "./ownRecords.ts";
import { person } from "./staff.ts";
import { locales, say, type Locale } from "./words.ts";
import { formatDate } from "../lib/dates.ts";
import { languageName } from "../lib/languageName.ts";

type Section = Awaited<ReturnType<OwnRecords["section"]>>;
const t = say("en");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** The section as residents read it, with how it is known. */
async function read(page: Page, { key, path }: Section, locale: Locale) {
  await page.goto(path[locale]);
  const section = page.locator(`#${key}`);
  await section.locator("summary").click();
  return section;
}

test("a translator changes the Spanish and nothing else; residents read it when an editor has approved", async ({ as, own, page }) => {
  const section = await own.section();
  const words = `Usted puede llamar a una persona que sea abogada: ${ownWord()}.`;
  const translator = await as("translator");
  await translator.goto(`/admin/translations/Section/${section.id}?into=es`);
  await expect(translator.locator("input:not([type=hidden]), textarea").and(translator.locator('[lang="en"]'))).toHaveCount(0);
  await translator.getByLabel(`${t("Staff.FieldNames.names.answer")} (${languageName("es", "en")})`, { exact: true }).fill(words);
  await button(translator, t("Staff.Form.submit")).click();
  await expect(translator.getByText(t("Staff.Form.done.submitted"))).toBeVisible();
  await expect(await read(page, section, "es")).not.toContainText(words);

  const editor = await as("editor");
  await editor.goto("/admin/revisions?kind=Section");
  await editor.getByRole("link", { name: section.text.en.title, exact: true }).click();
  await button(editor, t("Staff.Revisions.approve")).click();
  await expect(editor.getByText(t("Staff.Revisions.done.approved"))).toBeVisible();
  await expect(await read(page, section, "es")).toContainText(words);
  await expect(await read(page, section, "en")).toContainText(section.text.en.answer);

});

test("a translator cannot change a number, however it is sent", async ({ as, own }) => {
  const listing = await own.listing();
  const translator = await as("translator");
  await translator.goto(`/admin/listings/${listing.id}`);
  await expect(translator.getByText(t("Staff.Listings.translationsOnly"))).toBeVisible();
  await translator.getByLabel(t("Staff.FieldNames.names.number"), { exact: true }).fill(ownNumber());
  await translator.getByLabel(t("Staff.FieldNames.names.sourceKey")).selectOption("told");
  await button(translator, t("Staff.Form.submit")).click();
  await expect(translator.getByRole("alert").filter({ hasText: t("Staff.Refusal.role") })).toBeFocused();
  expect((await own.data.getEditing("Organization", listing.id))?.open).toBeNull();
});

test("counsel marks a text as read; residents see the day and no name; a change of the text ends it", async ({ as, own, page }) => {
  const section = await own.section();
  const counsel = await as("counsel");
  await counsel.goto(`/admin/translations/review/Section/${section.id}`);
  const english = counsel.getByRole("region", { name: languageName("en", "en"), exact: true });
  await expect(english).toContainText(section.text.en.answer);
  await button(counsel, t("Staff.Translations.review.mark")).first().click();
  await expect(counsel.getByText(t("Staff.Translations.review.marked"))).toBeVisible();
  const expectMark = async (locale: Locale, marked: boolean) => {
    const words = say(locale);
    const date = formatDate(await own.data.todayInCity(), locale);
    const shown = await read(page, section, locale);
    await expect(shown.getByText(words("HowWeKnow.counsel", { date }))).toHaveCount(marked ? 1 : 0);
    await expect(shown.getByText(words("HowWeKnow.notCounsel"))).toHaveCount(marked ? 0 : 1);
    expect(await page.content()).not.toContain(person("counsel").name.split(" ")[0]);
  };
  await expectMark("en", true);
  await expectMark("es", false);
  const { text } = section.document;
  await own.publish("Section", section.id, { text: { ...text, en: { ...text.en, answer: "You may ask for a lawyer, and wait." } } });
  await expectMark("en", false);
});

test("while one types: how it will look, how plainly it is written; and whoever leaves is asked first", async ({ as, own }) => {
  const [section, page] = [await own.section(), await as("contributor")];
  await page.goto(`/admin/guide/section/${section.id}`);
  const answer = page.locator('[name="text.en.answer"]');
  const hard = `Notwithstanding ${"the considerations heretofore enumerated and ".repeat(8)}so on.`;
  await answer.fill(`**Call** a lawyer. ${hard}`);
  await expect(page.locator(".preview strong", { hasText: "Call" })).toBeVisible();
  const plain = page.getByRole("region", { name: t("Staff.TextForm.plain.title") });
  await plain.locator("summary").first().click();
  await expect(plain.getByText("Notwithstanding")).toBeVisible();
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await page.locator('a[href="/admin/listings"]').first().click();
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(answer).toHaveValue(`**Call** a lawyer. ${hard}`);
});

for (const javaScriptEnabled of [true, false])
  test.describe(`scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a change as residents would see it, in both languages", async ({ as, own }) => {
      const listing = await own.listing();
      const name = `House ${ownWord()}`;
      const { revisionId } = await own.propose("Organization", listing.id, { name });
      const page = await as("contributor");
      await page.goto(`/admin/revisions/${revisionId}`);
      await page.getByRole("link", { name: t("Staff.Revisions.preview") }).click();
      for (const locale of locales) {
        const frame = page.frameLocator(`iframe[title="${t("Staff.Preview.frame", { language: languageName(locale, "en") })}"]`);
        await expect(frame.getByRole("heading", { level: 1 })).toHaveText(name);
        await expect(frame.locator("html")).toHaveAttribute("lang", locale);
        await expect(frame.getByText(say(locale)("Listing.notConfirmed"))).toBeVisible();
      }
    });
  });
