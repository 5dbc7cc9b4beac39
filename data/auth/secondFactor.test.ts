import { describe, expect, it } from "vitest";
import { db } from "../db";
import { endSessions, newWelcomeLink } from "../staff";
import { currentStaff, revokeSessions } from "../staffSession";
import { changePassword } from "./ownPassword";
import { awaitsSecondFactor, showSecondFactor } from "./secondFactor";
import { beginSecondFactor, confirmSecondFactor, readSecondFactor, removeSecondFactor, renewRecoveryCodes } from "./secondFactorSetup";
import { enter, makePerson, password, requestWith } from "./testing";
import { TooManyTries } from "./tries";
import { choosePassword } from "./welcome";
import { NotAllowed } from "@/data/allow";
import { totpCode } from "@/lib/totpCode";

/** Somebody whose second factor is on. The code of the next half minute is still unused. */
async function withFactor() {
  const person = await makePerson();
  const { headers } = await enter(person.email);
  expect(await beginSecondFactor(person.actor, headers, "not the password")).toBe(false);
  expect(await beginSecondFactor(person.actor, headers, password)).toBe(true);
  const pending = await readSecondFactor(person.actor);
  if (pending.state !== "pending") throw new Error(pending.state);
  expect(await confirmSecondFactor(person.actor, headers, "000000")).toBeNull();
  const firstCode = totpCode(pending.secret);
  const confirmed = await confirmSecondFactor(person.actor, headers, firstCode);
  return { ...person, ...pending, firstCode, headers: requestWith(confirmed!.cookies), nextCode: () => totpCode(pending.secret, Date.now() + 30_000) };
}

describe("setting up", () => {
  it("counts from the first code on, in a new session, and its secrets are shown until then only", async () => {
    const { actor, id, uri, secret, recoveryCodes, headers } = await withFactor();
    expect((await currentStaff(headers))?.actor.secondFactor).toBe(true);
    expect(new URL(uri).searchParams.get("secret")).toBe(secret);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await readSecondFactor(actor)).toEqual({ state: "on", recoveryCodesLeft: 10 });
    const stored = JSON.stringify(await db.staffSecondFactor.findMany({ where: { userId: id } }));
    for (const hidden of [secret, ...recoveryCodes]) expect(stored).not.toContain(hidden);
    expect(await db.auditEntry.count({ where: { entityId: id, action: "secondFactor.on" } })).toBe(1);
  });

  it("changes nothing for somebody who gives up: the password is enough as before", async () => {
    const { actor, email } = await makePerson();
    const { headers } = await enter(email);
    await beginSecondFactor(actor, headers, password);
    expect((await enter(email)).outcome).toBe("signedIn");
    expect(await removeSecondFactor(actor, headers, password)).toBe(true);
    expect(await readSecondFactor(actor)).toEqual({ state: "off" });
  });
});

describe("the second step of signing in", () => {
  it("comes before any session", async () => {
    const { id, email, nextCode } = await withFactor();
    const before = await db.staffSession.count({ where: { userId: id } });
    const { outcome, headers } = await enter(email);
    expect(outcome).toBe("secondFactor");
    expect(await currentStaff(headers)).toBeNull();
    expect(await db.staffSession.count({ where: { userId: id } })).toBe(before);
    expect(await awaitsSecondFactor(headers)).toMatchObject({ id });
    const shown = await showSecondFactor(headers, { method: "totp", code: nextCode() });
    const staff = await currentStaff(requestWith(shown!.cookies));
    expect(staff?.actor.secondFactor).toBe(true);
    expect(await awaitsSecondFactor(requestWith(shown!.cookies))).toBeNull();
  });

  it("takes a code of the app once, and each recovery code once", async () => {
    const { email, nextCode, recoveryCodes, actor } = await withFactor();
    const code = nextCode();
    expect(await showSecondFactor((await enter(email)).headers, { method: "totp", code })).not.toBeNull();
    for (const again of [code, `${code.slice(0, 3)} ${code.slice(3)}`, `x${code}`]) expect(await showSecondFactor((await enter(email)).headers, { method: "totp", code: again })).toBeNull();
    const typed = recoveryCodes[3]!.toUpperCase().replace("-", " ");
    const shown = await showSecondFactor((await enter(email)).headers, { method: "recoveryCode", code: typed });
    expect((await currentStaff(requestWith(shown!.cookies)))?.actor.secondFactor).toBe(true);
    expect(await showSecondFactor((await enter(email)).headers, { method: "recoveryCode", code: typed })).toBeNull();
    expect(await readSecondFactor(actor)).toEqual({ state: "on", recoveryCodesLeft: 9 });
  });

  const ends: Record<string, (person: Awaited<ReturnType<typeof withFactor>>, sessionId: string) => Promise<unknown>> = {
    "the password changes": ({ actor }, sessionId) => changePassword(actor, { headers: requestWith(), sessionId }, { present: password, next: "otra frase sin relacion alguna" }),
    "its owner signs out everywhere else": ({ actor }, sessionId) => revokeSessions(actor, { allBut: sessionId }),
    "an administrator signs them out": async ({ id }) => endSessions((await makePerson("administrator")).actor, id),
    "a one-time link is used": async ({ id }) => {
      const renewed = await newWelcomeLink((await makePerson("administrator")).actor, id);
      return choosePassword(requestWith(), "link" in renewed ? (renewed.link.split("/").at(-1) ?? "") : "", "otra frase sin relacion alguna");
    },
  };
  it.each(Object.keys(ends))("cannot be taken any more once %s", async (what) => {
    const person = await withFactor();
    const { headers } = await enter(person.email);
    await ends[what]!(person, (await currentStaff(person.headers))!.sessionId);
    expect(await awaitsSecondFactor(headers)).toBeNull();
    expect(await showSecondFactor(headers, { method: "totp", code: person.nextCode() })).toBeNull();
  });

  it("does not take the code by which it was set up", async () => {
    const { email, firstCode } = await withFactor();
    expect(await showSecondFactor((await enter(email)).headers, { method: "totp", code: firstCode })).toBeNull();
  });

  it.each(["%", "%00.x", "%ED%A0%80.x", "a.b", ""])("finds nobody behind the cookie %j", async (value) => {
    expect(await awaitsSecondFactor(new Headers({ cookie: `staff.two_factor=${value}` }))).toBeNull();
    expect(await showSecondFactor(new Headers({ cookie: `staff.two_factor=${value}` }), { method: "totp", code: "123456" })).toBeNull();
  });

  it("uses a recovery code up once, of twenty at the same moment", async () => {
    const { email, recoveryCodes } = await withFactor();
    const { headers } = await enter(email);
    const shown = await Promise.all(Array.from({ length: 20 }, () => showSecondFactor(headers, { method: "recoveryCode", code: recoveryCodes[0]! }).catch(() => null)));
    expect(shown.filter(Boolean)).toHaveLength(1);
  });

  it("is worth nothing without the first, with a forged cookie, or for somebody who left meanwhile", async () => {
    const { id, email, nextCode } = await withFactor();
    expect(await showSecondFactor(requestWith(), { method: "totp", code: nextCode() })).toBeNull();
    const { headers } = await enter(email);
    const forged = new Headers({ cookie: (headers.get("cookie") ?? "").replace(/%3D$/, "x%3D") });
    expect(await showSecondFactor(forged, { method: "totp", code: nextCode() })).toBeNull();
    await db.staffMember.update({ where: { id }, data: { disabledAt: new Date() }, select: { id: true } });
    expect(await showSecondFactor(headers, { method: "totp", code: nextCode() })).toBeNull();
  });

  it("allows five wrong codes in a quarter of an hour, however often one signs in again", async () => {
    const { id, email, nextCode } = await withFactor();
    // The fifth was the wrong code while setting up.
    for (let count = 0; count < 4; count++) expect(await showSecondFactor((await enter(email)).headers, { method: "totp", code: `00000${count}` })).toBeNull();
    await expect(showSecondFactor((await enter(email)).headers, { method: "totp", code: nextCode() })).rejects.toThrow(TooManyTries);
    expect(await db.auditEntry.count({ where: { entityId: id, action: "signIn.failed" } })).toBe(4);
  });
});

describe("changing it", () => {
  it("needs the password, and the factor itself in this session", async () => {
    const { id, actor, headers } = await withFactor();
    expect(await renewRecoveryCodes(actor, headers, "not the password")).toBeNull();
    await expect(renewRecoveryCodes({ ...actor, secondFactor: false }, headers, password)).rejects.toThrow(NotAllowed);
    await expect(removeSecondFactor({ ...actor, secondFactor: false }, headers, password)).rejects.toThrow(NotAllowed);
    expect(await renewRecoveryCodes(actor, headers, password)).toHaveLength(10);
    expect(await beginSecondFactor(actor, headers, password)).toBe(true);
    expect(await readSecondFactor(actor)).toEqual({ state: "on", recoveryCodesLeft: 10 });
    expect(await removeSecondFactor(actor, headers, password)).toBe(true);
    expect((await currentStaff(headers))?.actor).toEqual({ id, role: "editor", secondFactor: false });
  });

  it("makes old recovery codes worthless", async () => {
    const { actor, email, headers, recoveryCodes } = await withFactor();
    const fresh = await renewRecoveryCodes(actor, headers, password);
    expect(await showSecondFactor((await enter(email)).headers, { method: "recoveryCode", code: recoveryCodes[0]! })).toBeNull();
    expect(await showSecondFactor((await enter(email)).headers, { method: "recoveryCode", code: fresh![0]! })).not.toBeNull();
  });
});
