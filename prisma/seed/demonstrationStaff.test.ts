import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { closeDemonstration, openDemonstration } from "./demonstrationStaff";
import { signInWithPassword } from "@/data/auth/signIn";
import { showSecondFactor } from "@/data/auth/secondFactor";
import { requestWith } from "@/data/auth/testing";
import { db } from "@/data/db";
import { hasDemonstrationStaff } from "@/data/staff";
import { currentStaff } from "@/data/staffSession";
import { demonstrationPassword, demonstrationSecret, demonstrationStaff } from "@/lib/demonstrationStaff";
import { roles } from "@/lib/permissions";
import { totpCode } from "@/lib/totpCode";

afterAll(closeDemonstration);

it("lets one person a role in, with the published password and secret, as long as it is on", async () => {
  await openDemonstration();
  await openDemonstration();
  expect(await hasDemonstrationStaff()).toBe(true);
  expect(new Set(demonstrationStaff.map(({ role }) => role))).toEqual(new Set(roles));
  const sessions = [];
  for (const { email, role } of demonstrationStaff) {
    const first = await signInWithPassword(requestWith(), { email, password: demonstrationPassword });
    const second = await showSecondFactor(requestWith("cookies" in first ? first.cookies : []), { method: "totp", code: totpCode(demonstrationSecret.typed) });
    const headers = requestWith(second?.cookies);
    expect(await currentStaff(headers)).toMatchObject({ email, demonstration: true, actor: { role, secondFactor: true } });
    sessions.push(headers);
  }
  await closeDemonstration();
  expect(await hasDemonstrationStaff()).toBe(false);
  for (const headers of sessions) expect(await currentStaff(headers)).toBeNull();
  expect((await signInWithPassword(requestWith(), { email: demonstrationStaff[0]!.email, password: demonstrationPassword })).outcome).toBe("refused");
});

it("leaves the account of a real person alone", async () => {
  const { email } = demonstrationStaff[0]!;
  const other = `${randomUUID()}@demo.example`;
  await db.staffMember.updateMany({ where: { email }, data: { email: other } });
  const { id } = await db.staffMember.create({ data: { email, name: "Real", role: "counsel" }, select: { id: true } });
  await openDemonstration();
  expect(await db.staffMember.findUnique({ where: { id }, select: { name: true, role: true, demonstration: true, accounts: { select: { id: true } } } })).toEqual({ name: "Real", role: "counsel", demonstration: false, accounts: [] });
});
