import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import { Detail } from "./Detail";
import messages from "@/messages/en.json";

function draw(action: string, detail: object): string {
  const frame = { locale: "en" as const, messages, timeZone: "UTC", children: createElement(Detail, { action, detail, timeZone: "America/Los_Angeles" }) };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, frame));
}
const { from, to, madeAt } = messages.Staff.Audit.names;
const { editor, administrator } = messages.Staff.Shell.role;

it("says what was before what came after, whatever order the database gives", () => {
  expect(draw("staff.name", { to: "Ana B.", from: "Ana" })).toBe(`${from}: Ana\n${to}: Ana B.`);
  expect(draw("staff.role", { to: "administrator", from: "editor" })).toBe(`${from}: ${editor}\n${to}: ${administrator}`);
});

it("takes what somebody is called for a name, not for a role", () => {
  expect(draw("staff.name", { to: "administrator", from: "editor" })).toBe(`${from}: editor\n${to}: administrator`);
  expect(draw("staff.correct", { to: "editor", from: "Eva", changedFields: [] })).toContain(`${to}: editor`);
});

it("says moments as the clocks of the city do, and what is no moment as it was written", () => {
  expect(draw("listing.verifyWithdraw", { madeAt: "2026-11-22T08:46:09.123Z" })).toBe(`${madeAt}: Nov 22, 2026, 12:46 AM`);
  expect(draw("listing.verifyWithdraw", { madeAt: "yesterday" })).toBe(`${madeAt}: yesterday`);
});
