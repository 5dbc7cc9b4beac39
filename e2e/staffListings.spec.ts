import type { APIRequestContext, Page } from "playwright/test";
import { fixed } from "./addresses.ts";
import { expect, test } from "./colleagues.ts";
import { ownNumber, ownWord, type OwnRecords } from "./ownRecords.ts";
import { city, locales, say } from "./words.ts";
import { demonstrationStaff } from "../lib/demonstrationStaff.ts";
import { formatDate } from "../lib/dates.ts";
import { endOf, formatMoment } from "../lib/moments.ts";
import { formatPhone, parsePhone } from "../lib/phones.ts";

type Listing = Awaited<ReturnType<OwnRecords["listing"]>>;
const t = say("en");
const names = (key: "number" | "sourceKey") => t(`Staff.FieldNames.names.${key}`);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

const staffWords = demonstrationStaff.flatMap(({ name, email }) => [name.split(" ")[0]!, email]);

/** What residents read on a listing's page, in both languages; and never who wrote it. */
async function expectCall(request: APIRequestContext, { path }: Listing, number: string): Promise<void> {
  for (const locale of locales) {
    const html = await (await request.get(path[locale])).text();
    expect([...html.matchAll(/href="(tel:[^"]+)"/g)].map(([, href]) => href), locale).toEqual([`tel:${parsePhone(number)}`]);
    for (const word of staffWords) expect(html, word).not.toMatch(new RegExp(`(?<!\\w)${word}(?!\\w)`));
  }
}

/** Opens the change of this record that waits, from the list of all that wait. */
async function openWaiting(page: Page, name: string): Promise<void> {
  await page.goto("/admin/revisions?kind=Organization");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

async function approve(page: Page): Promise<void> {
  await button(page, t("Staff.Revisions.approve")).click();
  await expect(page.getByText(t("Staff.Revisions.done.approved"))).toBeVisible();
}

for (const javaScriptEnabled of [true, false])
  test.describe(`scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a number corrected in its row: residents see it when another editor has approved it, and its author cannot", async ({ as, own, request }) => {
      const listing = await own.listing();
      const number = ownNumber();
      const [author, second] = [await as("editor", 0), await as("editor", 1)];
      await author.goto("/admin/listings");
      await author.getByLabel(t("Staff.Listings.filter.q")).fill(listing.name);
      await button(author, t("Staff.Listings.search")).click();
      await author.getByRole("link", { name: t("Staff.Listings.correctNamed", { name: listing.name }) }).click();
      await expect(author.getByLabel(names("number"), { exact: true })).toBeFocused();
      await author.getByLabel(names("number"), { exact: true }).fill(number);
      await button(author, t("Staff.Form.submit")).click();
      // It does not say where the number was read.
      await expect(author.getByRole("alert").filter({ hasText: t("Staff.Form.sourceNeeded") })).toBeFocused();
      await expect(author.getByLabel(names("number"), { exact: true })).toHaveValue(number);
      await author.getByLabel(names("sourceKey")).selectOption("told");
      await button(author, t("Staff.Form.submit")).click();
      await expect(author.getByText(t("Staff.Form.done.submitted"))).toBeVisible();
      await expectCall(request, listing, listing.number);

      await openWaiting(author, listing.name);
      await expect(author.getByText(t("Staff.Revisions.decidable.own"))).toBeVisible();
      await expect(button(author, t("Staff.Revisions.approve"))).toHaveCount(0);

      await openWaiting(second, listing.name);
      await expect(second.getByText(formatPhone(parsePhone(number)!))).toBeVisible();
      await approve(second);
      await expectCall(request, listing, number);
    });

    test("two editors at once: the second sees both texts, has lost nothing, and saves", async ({ as, own }) => {
      const listing = await own.listing();
      const [theirs, mine, words] = [ownNumber(), ownNumber(), `We help ${ownWord()}.`];
      const [first, second] = [await as("editor", 0), await as("editor", 1)];
      for (const person of [first, second]) await person.goto(`/admin/listings/${listing.id}`);
      const description = second.getByLabel(`${t("Staff.FieldNames.names.description")} (English)`).first();
      for (const [person, number] of [[first, theirs], [second, mine]] as const) {
        await person.getByLabel(names("number"), { exact: true }).fill(number);
        await person.getByLabel(names("sourceKey")).selectOption("told");
        if (person === second) await description.fill(words);
        await button(person, t("Staff.Form.submit")).click();
        if (person === first) await expect(first.getByText(t("Staff.Form.done.submitted"))).toBeVisible();
      }
      await expect(second.getByText(t("Staff.Form.conflict.happened"))).toBeVisible();
      const both = second.getByRole("table", { name: t("Staff.Form.conflict.title") });
      const digits = (number: string) => parsePhone(number)!.slice(-4);
      await expect(both.getByRole("row", { name: names("number") })).toContainText(digits(mine));
      await expect(both.getByRole("row", { name: names("number") })).toContainText(digits(theirs));
      await expect(second.getByLabel(names("number"), { exact: true })).toHaveValue(mine);
      await expect(second.getByLabel(names("sourceKey"))).toHaveValue("told");
      await expect(description).toHaveValue(words);
      await button(second, t("Staff.Form.submit")).click();
      await expect(second.getByText(t("Staff.Form.done.submitted"))).toBeVisible();
      const { open } = (await own.data.getEditing("Organization", listing.id))!;
      expect(open?.document).toMatchObject({ phones: [{ number: parsePhone(mine) }], text: { en: { description: words } } });
      expect(open?.authorIds).toHaveLength(2);
    });

    test("“I called, it is right” in one tap, and residents read when", async ({ as, own, page }) => {
      const town = ownWord();
      const listing = await own.listing({ locations: [{ address1: "1 Main Street", city: town, stateProvince: "CA", postalCode: "90012", addressType: "physical", visibility: "full" }] });
      const caller = await as("contributor");
      await page.goto(listing.path.en);
      await expect(page.getByText(t("Listing.notConfirmed"))).toBeVisible();
      await caller.goto(`/admin/verification?${new URLSearchParams({ city: town })}`);
      await caller.getByRole("button", { name: t("Staff.Verification.calledAll") }).click();
      await expect(caller.getByText(t("Staff.Verification.done.verified", { name: listing.name }))).toBeVisible();
      await expect(caller.getByRole("link", { name: listing.name, exact: true })).toHaveCount(0);
      const today = await own.data.todayInCity();
      for (const locale of locales) {
        await page.goto(listing.path[locale]);
        await expect(page.getByText(say(locale)("Listing.confirmed", { date: formatDate(today, locale) }))).toBeVisible();
      }

      // It was a mistake: whoever confirmed it takes it back, once, and nobody else.
      const takeBack = (person: Page, count: number, about: string) => person.getByRole("button", { name: t("Staff.Verification.takeBack", { count }) }).filter({ hasText: about });
      const [colleague, again, history] = [await as("editor"), await as("contributor"), `/admin/verification/${listing.id}`];
      const both = takeBack(again, 2, [t("Staff.Verification.phones"), t("Staff.Verification.rest"), formatDate(today, "en")].join(", "));
      for (const [path, count] of [[caller.url(), 1], [history, 2]] as const) {
        await colleague.goto(path);
        await expect(colleague.getByRole("main").getByText(listing.name).first()).toBeVisible();
        await expect(takeBack(colleague, count, "")).toHaveCount(0);
      }
      await again.goto(history);
      await expect(both).toBeVisible();
      await takeBack(caller, 1, listing.name).click();
      await expect(caller.getByText(t("Staff.Verification.done.takenBack", { name: listing.name }))).toBeVisible();
      await expect(caller.getByRole("link", { name: listing.name, exact: true })).toBeVisible();
      await both.click();
      await expect(again.getByText(t("Staff.Verification.done.notTakenBack"))).toBeVisible();
      await page.reload();
      await expect(page.getByText(say("es")("Listing.notConfirmed"))).toBeVisible();
    });
  });

test("a rejected change comes back to its author with the reason, and residents see nothing of it", async ({ as, own, request }) => {
  const listing = await own.listing();
  const { revisionId } = await own.propose("Organization", listing.id, { phones: [{ number: parsePhone(ownNumber())!, type: "voice" }] });
  const editor = await as("editor");
  await editor.goto(`/admin/revisions/${revisionId}`);
  await button(editor, t("Staff.Revisions.reject")).click();
  await expect(editor.getByRole("alert").filter({ hasText: t("Staff.Revisions.problem.reason") })).toBeFocused();
  const reason = `Nobody answers there. ${ownWord()}`;
  await editor.getByLabel(t("Staff.Revisions.rejectReason")).fill(reason);
  await button(editor, t("Staff.Revisions.reject")).click();
  await expect(editor.getByText(t("Staff.Revisions.done.rejected"))).toBeVisible();
  const author = await as("contributor");
  await author.goto("/admin");
  await expect(author.getByRole("table", { name: t("Staff.Dashboard.returned") }).getByRole("row", { name: listing.name })).toContainText(reason);
  await expectCall(request, listing, listing.number);
});

test("what the site said on a day, and the old version brought back", async ({ as, own, request }) => {
  const listing = await own.listing();
  const number = ownNumber();
  const second = await own.publish("Organization", listing.id, { phones: [{ number: parsePhone(number)!, type: "voice" }] });
  for (const [id, decidedAt] of [[listing.revisionId, "2026-05-01T12:00:00Z"], [second, "2026-06-01T12:00:00Z"]] as const) await own.data.db.revision.update({ where: { id }, data: { decidedAt: new Date(decidedAt) }, select: { id: true } });
  const contributor = await as("contributor");
  await contributor.goto(`/admin/history/Organization/${listing.id}`);
  const then = contributor.getByRole("region", { name: t("Staff.History.on") });
  const ask = async (day: string) => {
    await then.getByLabel(t("Staff.History.day"), { exact: true }).fill(day);
    await button(contributor, t("Staff.History.show")).click();
  };
  for (const [day, said, other] of [["2026-05-03", listing.number, number], ["2026-06-03", number, listing.number]] as const) {
    await ask(day);
    await expect(then).toContainText(formatPhone(parsePhone(said)!));
    await expect(then).not.toContainText(formatPhone(parsePhone(other)!));
  }
  await ask("2026-04-03");
  await expect(then.getByText(t("Staff.History.notYet", { date: formatMoment(endOf("2026-04-03", null, city("en").timeZone)!, city("en").timeZone, "en") }))).toBeVisible();

  await contributor.getByRole("button", { name: t("Staff.History.restoreOf", { number: 1 }) }).click();
  await expect(contributor.getByText(t("Staff.Revisions.done.restored"))).toBeVisible();
  await expectCall(request, listing, number);
  const editor = await as("editor");
  await openWaiting(editor, listing.name);
  await approve(editor);
  await expectCall(request, listing, listing.number);
});

test("what may be there already is named while one adds it", async ({ as, own }) => {
  const [listing, page] = [await own.listing(), await as("contributor")];
  await page.goto("/admin/listings/new");
  await page.locator('[name="name"]').pressSequentially(listing.name);
  await expect(page.getByText(t("Staff.ListingForm.duplicates.title"))).toBeVisible();
  await expect(page.locator(`a[href="/admin/listings/${listing.id}"]`)).toContainText(t("Staff.ListingForm.duplicates.name"));
});

test("hidden at once and everywhere; shown again by two people", async ({ as, own, request }) => {
  const listing = await own.listing();
  const [one, other] = [await as("editor", 0), await as("editor", 1)];
  const expectShown = async (shown: boolean) => {
    for (const locale of locales) {
      expect((await request.get(listing.path[locale])).status()).toBe(shown ? 200 : 404);
      const found = await (await request.get(fixed.findHelp[locale], { params: { q: listing.name } })).text();
      expect(found.includes(`href="${listing.path[locale]}"`)).toBe(shown);
    }
    const sitemap = await (await request.get("/sitemap.xml")).text();
    expect(sitemap.includes(listing.slug)).toBe(shown);
  };
  await expectShown(true);
  await one.goto(`/admin/listings/${listing.id}`);
  await one.getByText(t("Staff.Form.hide.title"), { exact: true }).first().click();
  await one.getByLabel(t("Staff.Form.hide.reason")).fill("It asks for money.");
  await button(one, t("Staff.Form.hide.title")).click();
  await expect(one.getByText(t("Staff.Form.done.hidden"))).toBeVisible();
  await expectShown(false);

  await one.getByText(t("Staff.Form.show.title"), { exact: true }).first().click();
  await one.getByLabel(t("Staff.Form.show.reason")).fill("It was a mistake.");
  await button(one, t("Staff.Form.show.title")).click();
  await expect(one.getByText(t("Staff.Form.done.submitted"))).toBeVisible();
  await openWaiting(one, listing.name);
  await expect(button(one, t("Staff.Revisions.approve"))).toHaveCount(0);
  await expectShown(false);
  await openWaiting(other, listing.name);
  await approve(other);
  await expectShown(true);
});
