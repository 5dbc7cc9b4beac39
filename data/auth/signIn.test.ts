import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { db } from "../db";
import { changePassword } from "./ownPassword";
import { hashPassword, verifyPassword } from "./passwordHash";
import { signInWithPassword } from "./signIn";
import { makePerson, enter, password, requestWith } from "./testing";
import { TooManyTries } from "./tries";
import { currentStaff, listSessions, revokeSessions, signOut } from "../staffSession";

vi.mock("./passwordHash", async (original) => {
  const real = await original<typeof import("./passwordHash")>();
  return { hashPassword: vi.fn(real.hashPassword), verifyPassword: vi.fn(real.verifyPassword) };
});

const hour = 3_600_000;
const auditOf = (entityId: string) => db.auditEntry.findMany({ where: { entityId }, orderBy: { sequence: "asc" }, select: { action: true, actorId: true, detail: true } });

describe("signing in with a password", () => {
  it("begins a session of half an hour, with no address and a short name of the browser", async () => {
    const { id, email } = await makePerson();
    const { outcome, headers } = await enter(email);
    expect(outcome).toBe("signedIn");
    expect(await currentStaff(headers)).toMatchObject({ actor: { id, role: "editor", secondFactor: false }, email, locale: "en" });
    const [session] = await db.staffSession.findMany({ where: { userId: id }, select: { ipAddress: true, userAgent: true, createdAt: true, expiresAt: true, secondFactor: true } });
    expect(session).toMatchObject({ ipAddress: null, userAgent: "Chrome, Android", secondFactor: null });
    expect(session!.expiresAt.getTime() - session!.createdAt.getTime()).toBeLessThanOrEqual(hour / 2 + 1000);
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(["staff.invite", "password.change", "signIn"]);
  });

  it("sets a cookie that scripts cannot read, for /admin alone, and a new one each time", async () => {
    const { email } = await makePerson();
    const answers = await Promise.all([1, 2].map(() => signInWithPassword(requestWith(), { email: ` ${email.toUpperCase()} `, password })));
    const cookies = answers.map((answer) => ("cookies" in answer ? answer.cookies.find(({ name }) => name === "staff.session_token") : undefined));
    expect(cookies[0]).toMatchObject({ options: { httpOnly: true, sameSite: "lax", path: "/admin", maxAge: 12 * 3600 } });
    expect(cookies[0]?.value).not.toBe(cookies[1]?.value);
  });

  it("hashes whether the account exists or not, and answers the same, no sooner", async () => {
    const { id, email } = await makePerson();
    const disabled = await makePerson();
    await db.staffMember.update({ where: { id: disabled.id }, data: { disabledAt: new Date() }, select: { id: true } });
    const hashes = () => vi.mocked(hashPassword).mock.calls.length + vi.mocked(verifyPassword).mock.calls.length;
    for (const typed of [
      { email, password: "not the right one" },
      { email: `${randomUUID()}@nobody.example`, password: "not the right one" },
      { email: disabled.email, password },
    ]) {
      const [began, before] = [performance.now(), hashes()];
      expect(await signInWithPassword(requestWith(), typed)).toEqual({ outcome: "refused" });
      expect(hashes() - before, "one hash, of the same cost").toBe(1);
      expect(performance.now() - began).toBeGreaterThanOrEqual(495);
    }
    expect((await auditOf(id)).at(-1)).toMatchObject({ action: "signIn.failed", actorId: null, detail: { step: "password" } });
  });

  it("allows five wrong tries for an account, from wherever they come, known or not", async () => {
    for (const email of [(await makePerson()).email, `${randomUUID()}@nobody.example`]) {
      const tries = Array.from({ length: 8 }, () => signInWithPassword(requestWith(), { email, password: "wrong wrong wrong" }).then(({ outcome }) => outcome, (error: unknown) => error));
      const answers = await Promise.all(tries);
      expect(answers.filter((answer) => answer === "refused")).toHaveLength(5);
      expect(answers.filter((answer) => answer instanceof TooManyTries && answer.minutes === 15)).toHaveLength(3);
      await expect(signInWithPassword(requestWith(), { email, password }), "also with the right one").rejects.toThrow(TooManyTries);
    }
  });

  it("allows five wrong tries for an address, whatever the account", async () => {
    const sender = randomUUID();
    const { email } = await makePerson();
    for (let count = 0; count < 5; count++) await signInWithPassword(requestWith([], sender), { email: `${randomUUID()}@nobody.example`, password: "wrong wrong wrong" });
    await expect(signInWithPassword(requestWith([], sender), { email, password })).rejects.toThrow(TooManyTries);
    expect((await signInWithPassword(requestWith(), { email, password })).outcome, "others are not kept out").toBe("signedIn");
  });

  it("does not count good tries", async () => {
    const { email } = await makePerson();
    const sender = randomUUID();
    for (let count = 0; count < 8; count++) expect((await signInWithPassword(requestWith([], sender), { email, password })).outcome).toBe("signedIn");
  });
});

describe("a session", () => {
  const age = (userId: string, times: { createdAt?: Date; expiresAt?: Date }) => db.staffSession.updateMany({ where: { userId }, data: times });

  it("ends after half an hour without use", async () => {
    const { id, email } = await makePerson();
    const { headers } = await enter(email);
    await age(id, { expiresAt: new Date(Date.now() - 1000) });
    expect(await currentStaff(headers)).toBeNull();
  });

  it("lives on while it is used", async () => {
    const { id, email } = await makePerson();
    const { headers } = await enter(email);
    await age(id, { expiresAt: new Date(Date.now() + 60_000) });
    expect(await currentStaff(headers)).not.toBeNull();
    const session = await db.staffSession.findFirstOrThrow({ where: { userId: id }, select: { expiresAt: true } });
    expect(session.expiresAt.getTime() - Date.now()).toBeGreaterThan(29 * 60_000);
  });

  it("ends after twelve hours, used or not", async () => {
    const { id, email } = await makePerson();
    const { headers } = await enter(email);
    await age(id, { createdAt: new Date(Date.now() - 12 * hour + 5 * 60_000) });
    expect(await currentStaff(headers)).not.toBeNull();
    const session = await db.staffSession.findFirstOrThrow({ where: { userId: id }, select: { expiresAt: true } });
    expect(session.expiresAt.getTime() - Date.now(), "no longer than the twelfth hour").toBeLessThanOrEqual(5 * 60_000);
    await age(id, { createdAt: new Date(Date.now() - 12 * hour - 1000), expiresAt: new Date(Date.now() + hour) });
    expect(await currentStaff(headers)).toBeNull();
    expect(await db.staffSession.count({ where: { userId: id } })).toBe(0);
  });

  it("is nobody's with a forged, cut or foreign cookie", async () => {
    const { email } = await makePerson();
    const { headers } = await enter(email);
    const cookie = headers.get("cookie") ?? "";
    for (const forged of [cookie.slice(0, -6), cookie.replace(/=(.)/, "=x$1"), cookie.split(".").slice(0, 2).join("."), "staff.session_token=", "staff.session_token=%", "x=y"])
      expect(await currentStaff(new Headers({ cookie: forged })), forged).toBeNull();
  });

  it("is nobody's once the person has left", async () => {
    const { id, email } = await makePerson();
    const { headers } = await enter(email);
    await db.staffMember.update({ where: { id }, data: { disabledAt: new Date() }, select: { id: true } });
    expect(await currentStaff(headers)).toBeNull();
  });

  it("ends by signing out, and is recorded", async () => {
    const { id, email, actor } = await makePerson();
    const { headers } = await enter(email);
    await signOut(actor, headers);
    expect(await currentStaff(headers)).toBeNull();
    expect((await auditOf(id)).at(-1)).toMatchObject({ action: "signOut", actorId: id });
  });

  it("can be ended from another one, but only by its owner", async () => {
    const [ana, eva] = [await makePerson(), await makePerson()];
    const [here, there] = [await enter(ana.email), await enter(ana.email)];
    const own = (await currentStaff(here.headers))!.sessionId;
    const other = (await listSessions(ana.actor)).find(({ id }) => id !== own)!;
    expect(await revokeSessions(eva.actor, { id: other.id })).toBe(0);
    expect(await currentStaff(there.headers)).not.toBeNull();
    expect(await revokeSessions(ana.actor, { allBut: own })).toBe(1);
    expect(await currentStaff(there.headers)).toBeNull();
    expect(await currentStaff(here.headers)).not.toBeNull();
  });

  it("ends everywhere else when the password changes", async () => {
    const { email, actor } = await makePerson();
    const [here, there] = [await enter(email), await enter(email)];
    const { sessionId } = (await currentStaff(here.headers))!;
    const next = "otra frase sin relacion alguna";
    const change = (present: string, wished: string) => changePassword(actor, { headers: requestWith(), sessionId }, { present, next: wished });
    expect(await change("not my password", next)).toBe("wrong");
    expect(await change(password, "short")).toBe("short");
    expect(await change(password, "password123456")).toBe("common");
    expect(await currentStaff(there.headers)).not.toBeNull();
    expect(await change(password, next)).toBeNull();
    expect(await currentStaff(there.headers)).toBeNull();
    expect(await currentStaff(here.headers)).not.toBeNull();
    expect((await enter(email)).outcome).toBe("refused");
    expect((await enter(email, next)).outcome).toBe("signedIn");
  });
});
