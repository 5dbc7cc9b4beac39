// Stored hostile text never runs and never breaks a page. Five hundred of them: npm run endurance.
import { expect, signIn, test } from "./staff.ts";
import { hostileStrings } from "../bench/endurance/hostileStrings.ts";

const all = hostileStrings(500);
const some = [all[1]!, all[24]!, all[40]!];

test("what attackers write into every field is shown as text", async ({ page, context, baseURL }) => {
  process.env.DATABASE_URL = process.env.GUIDE_DATABASE_URL;
  // Only now: data/ connects to the database that the environment names.
  const { hostile, ownKinds } = await import("../bench/endurance/hostile.ts");
  await signIn(page, "editor");
  const report = await hostile(some, context, baseURL!, ownKinds);
  expect(report.wrong).toEqual([]);
  expect(report.saved).toBe(9);
});

test("so is what they write beside the records: names, comments, reports, answers, files", async ({ page, context, baseURL }) => {
  process.env.DATABASE_URL = process.env.GUIDE_DATABASE_URL;
  const { hostileRemarks } = await import("../bench/endurance/hostileRemarks.ts");
  await signIn(page, "administrator");
  const report = await hostileRemarks(some, context, baseURL!);
  expect(report.wrong).toEqual([]);
  expect(report.saved).toBe(3);
});
