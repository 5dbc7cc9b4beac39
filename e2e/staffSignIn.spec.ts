import type { Page } from "playwright/test";
import { expect, test } from "./colleagues.ts";
import { ownWord } from "./ownRecords.ts";
import { newColleague, newPerson, ownPassword, signInWithoutSecondFactor } from "./staffRequest.ts";
import { messages, say, type Locale } from "./words.ts";
import type { Role } from "../lib/permissions.ts";
import { totpCode } from "../lib/totpCode.ts";

const t = say("en");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const problem = (page: Page, sentence: string) => page.getByRole("alert").filter({ hasText: sentence });

async function signIn(page: Page, email: string, password = ownPassword): Promise<void> {
  await page.getByLabel(t("Staff.SignIn.email")).fill(email);
  await page.getByLabel(t("Staff.SignIn.password")).fill(password);
  await button(page, t("Staff.SignIn.submit")).click();
}

async function signOut(page: Page): Promise<void> {
  await button(page, t("Staff.Shell.signOut")).click();
  await expect(page.getByText(t("Staff.SignIn.signedOut"))).toBeVisible();
}

for (const javaScriptEnabled of [true, false])
  test.describe(`scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a second step is set up and asked for; what is wrong is said in one sentence; a recovery code works once", async ({ browse }) => {
      const email = await newColleague("editor");
      const page = await browse();
      await page.goto("/admin/sign-in");
      // Nobody learns which accounts there are.
      for (const [who, password] of [[email, "not my password"], [`${ownWord()}@demo.example`, ownPassword]] as const) {
        await signIn(page, who, password);
        await expect(problem(page, t("Staff.SignIn.problem.refused"))).toBeFocused();
        await expect(page.getByLabel(t("Staff.SignIn.email"))).toHaveValue(who);
        await expect(page.getByLabel(t("Staff.SignIn.password"))).toHaveValue("");
      }
      await signIn(page, email);
      await expect(page).toHaveURL(/\/admin$/);

      await page.goto("/admin/account/second-factor");
      await page.getByLabel(t("Staff.Password.present")).fill(ownPassword);
      await button(page, t("Staff.SecondFactor.begin")).click();
      const secret = (await page.getByText(t("Staff.SecondFactor.typeSecret")).locator("code").innerText()).replaceAll(" ", "");
      const codes = await page.locator(".codes code").allInnerTexts();
      expect(codes).toHaveLength(10);
      await page.getByLabel(t("Staff.SecondFactor.code")).fill(totpCode(secret));
      await button(page, t("Staff.SecondFactor.confirm")).click();
      await expect(page.getByText(t("Staff.SecondFactor.on"))).toBeVisible();

      const code = page.getByLabel(t("Staff.SecondFactor.code"));
      const recoveryCode = page.getByLabel(t("Staff.SecondFactor.recoveryCode"));
      const enter = () => button(page, t("Staff.SecondFactor.submit")).click();
      await signOut(page);
      await signIn(page, email);
      await code.fill("000000");
      await enter();
      await expect(problem(page, t("Staff.SecondFactor.wrongCode"))).toBeFocused();
      // Each code works once; the next one is good already.
      await code.fill(totpCode(secret, Date.now() + 30_000));
      await enter();
      await expect(page).toHaveURL(/\/admin$/);

      const recover = async () => {
        await signOut(page);
        await signIn(page, email);
        await page.getByRole("link", { name: t("Staff.SecondFactor.useRecoveryCode") }).click();
        await recoveryCode.fill(codes[0]!);
        await enter();
      };
      await recover();
      await expect(page).toHaveURL(/\/admin$/);
      await recover();
      await expect(problem(page, t("Staff.SecondFactor.wrongRecoveryCode"))).toBeFocused();
      await page.goto("/admin");
      await expect(page).toHaveURL(/\/admin\/sign-in$/);
    });

    test("an administrator invites somebody, whose link works once", async ({ as, browse }) => {
      const [name, email] = [`New ${ownWord()}`, `${ownWord()}@demo.example`.toLowerCase()];
      const administrator = await as("administrator");
      await administrator.goto("/admin/staff");
      await administrator.getByLabel(t("Staff.Team.name")).fill(name);
      await administrator.getByLabel(t("Staff.Team.email")).fill(email);
      await administrator.getByLabel(t("Staff.Team.role")).selectOption("translator");
      await button(administrator, t("Staff.Team.makeLink")).click();
      const link = new URL(await administrator.getByRole("status").filter({ hasText: t("Staff.Team.link") }).locator("code").innerText());

      const page = await browse();
      await page.goto(link.pathname);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("Staff.Welcome.greeting", { name }));
      const choose = async (password: string) => {
        await page.getByLabel(t("Staff.Password.next"), { exact: true }).fill(password);
        await page.getByLabel(t("Staff.Password.again")).fill(password);
        await button(page, t("Staff.Password.submit")).click();
      };
      await choose("passwordpassword");
      await expect(problem(page, t("Staff.Password.common"))).toBeFocused();
      await choose(ownPassword);
      await expect(page.getByText(t("Staff.SignIn.passwordChosen"))).toBeVisible();
      await page.goto(link.pathname);
      await expect(page.getByText(t("Staff.Password.link"))).toBeVisible();
      await page.goto("/admin/sign-in");
      await signIn(page, email);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("Staff.Dashboard.hello", { name }));
    });
  });

test("who is invited in Spanish is welcomed in Spanish; a language chosen at the door stays", async ({ browse }) => {
  process.env.DATABASE_URL = process.env.GUIDE_DATABASE_URL ?? "";
  // Only now: data/ connects to the database that the environment names.
  const { addStaff } = await import("../data/staff.ts");
  const name = `Nueva ${ownWord()}`;
  const invited = await addStaff(null, { name, email: `${ownWord()}@demo.example`.toLowerCase(), role: "translator", locale: "es" });
  if ("refused" in invited) throw new Error(invited.refused);
  const page = await browse();
  const reads = async (locale: Locale, heading: string) => {
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  };
  const signInTitle = (locale: Locale) => say(locale)("Staff.SignIn.title");
  const greeting = (locale: Locale) => say(locale)("Staff.Welcome.greeting", { name });
  await page.goto("/admin/sign-in");
  await reads("en", signInTitle("en")); // the browser's language
  await page.goto(`/admin/welcome/${invited.link.split("/").at(-1)}`);
  await reads("es", greeting("es"));
  await button(page, "English").click();
  await reads("en", greeting("en"));
  await page.goto("/admin/sign-in");
  await button(page, "Español").click();
  await reads("es", signInTitle("es"));
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
  await reads("es", signInTitle("es"));
});

test("a session is ended from another browser", async ({ browse }) => {
  const email = await newColleague("contributor");
  const [here, there] = await Promise.all(
    [0, 1].map(async () => {
      const context = await newPerson();
      await signInWithoutSecondFactor(context, email);
      const storage = await context.storageState();
      await context.dispose();
      return browse(storage);
    }),
  );
  await there!.goto("/admin/listings");
  await here!.goto("/admin/account");
  await button(here!, t("Staff.Account.endOthers")).click();
  await expect(here!.getByText(t("Staff.Account.done.sessions"))).toBeVisible();
  await there!.reload();
  await expect(there!).toHaveURL(/\/admin\/sign-in$/);
  await here!.goto("/admin/listings");
  await expect(here!).toHaveURL(/\/admin\/listings$/);
});

type Room = keyof typeof messages.en.Staff.Shell.rooms;
const everybody: Room[] = ["start", "listings", "guide", "directives", "translations", "revisions"];
const keepers: Room[] = [...everybody, "verification", "corrections", "imports"];
const roomsOf: Record<Role, Room[]> = { contributor: keepers, editor: keepers, translator: everybody, counsel: everybody, administrator: [...keepers, "staff", "settings", "audit"] };

for (const role of Object.keys(roomsOf) as Role[])
  test(`${role}: the menu shows their rooms and no other, and a stranger's door is closed`, async ({ as }) => {
    const page = await as(role);
    await page.goto("/admin");
    await expect(page.getByRole("navigation", { name: t("Staff.Shell.navigation") }).getByRole("link")).toHaveText(roomsOf[role].map((room) => t(`Staff.Shell.rooms.${room}`)));
    if (role === "administrator") return;
    await page.goto("/admin/staff");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("Staff.NoAccess.title"));
  });
