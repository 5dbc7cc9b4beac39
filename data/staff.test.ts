import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { saveOwnAccount } from "./auth/ownAccount";
import { rescueStaff } from "./auth/rescue";
import { enter, makePerson, password, requestWith } from "./auth/testing";
import { choosePassword } from "./auth/welcome";
import { db } from "./db";
import { changeRole, disableStaff, enableStaff, endSessions, getStaffMember, inviteStaff, listStaff, newWelcomeLink, resetSecondFactor } from "./staff";
import { currentStaff } from "./staffSession";
import { roles, type Actor } from "@/lib/permissions";

const newcomer = () => ({ name: "Nueva", email: `${randomUUID()}@staff.example`, role: "contributor" as const, locale: "en" as const });

describe("managing staff", () => {
  const everything: Record<string, (actor: Actor, id: string) => Promise<unknown>> = {
    listStaff: (actor) => listStaff(actor),
    getStaffMember: (actor, id) => getStaffMember(actor, id),
    inviteStaff: (actor) => inviteStaff(actor, newcomer()),
    newWelcomeLink,
    changeRole: (actor, id) => changeRole(actor, id, "administrator"),
    disableStaff,
    enableStaff,
    endSessions,
    resetSecondFactor,
  };
  const others = [...roles.filter((role) => role !== "administrator").map((role) => ({ role, secondFactor: true })), { role: "administrator" as const, secondFactor: false }];

  it.each(Object.keys(everything))("%s is for administrators who have shown a second factor, and changes nothing for others", async (name) => {
    const { id } = await makePerson();
    const before = [await db.staffMember.findMany({ where: { id } }), await db.auditEntry.count({ where: { entityId: id } })];
    for (const rest of others) await expect(everything[name]!({ id: randomUUID(), ...rest }, id), JSON.stringify(rest)).rejects.toThrow(NotAllowed);
    expect([await db.staffMember.findMany({ where: { id } }), await db.auditEntry.count({ where: { entityId: id } })]).toEqual(before);
    await everything[name]!((await makePerson("administrator")).actor, id);
  });

  it("lets everybody choose their own name, and writes a change of it down", async () => {
    const { id, actor } = await makePerson("translator");
    await saveOwnAccount(actor, { name: "Ana Prueba", locale: "es" });
    await saveOwnAccount(actor, { name: "Ben", locale: "es" });
    expect(await db.staffMember.findUnique({ where: { id }, select: { name: true, locale: true } })).toEqual({ name: "Ben", locale: "es" });
    const entries = await db.auditEntry.findMany({ where: { action: "staff.name", entityId: id }, select: { actorId: true, detail: true } });
    expect(entries).toEqual([{ actorId: id, detail: { from: "Ana Prueba", to: "Ben" } }]);
  });

  it("invites with a link, once an e-mail address", async () => {
    const { actor } = await makePerson("administrator");
    const person = newcomer();
    const answers = await Promise.all([inviteStaff(actor, person), inviteStaff(actor, person)]);
    expect(answers.filter((answer) => "link" in answer)).toHaveLength(1);
    expect(answers.filter((answer) => "refused" in answer && answer.refused === "emailTaken")).toHaveLength(1);
    const { id } = await db.staffMember.findUniqueOrThrow({ where: { email: person.email }, select: { id: true } });
    expect(await db.auditEntry.findMany({ where: { entityId: id }, select: { action: true, actorId: true, detail: true } })).toEqual([{ action: "staff.invite", actorId: actor.id, detail: { role: "contributor" } }]);
  });

  it("ends the sessions of somebody whose role changes or who leaves", async () => {
    const { actor } = await makePerson("administrator");
    const { id, email } = await makePerson();
    const changed = await enter(email);
    expect(await changeRole(actor, id, "editor"), "the role it is already").toBeNull();
    expect(await currentStaff(changed.headers)).not.toBeNull();
    expect(await changeRole(actor, id, "counsel")).toBeNull();
    expect(await currentStaff(changed.headers)).toBeNull();
    const left = await enter(email);
    expect((await currentStaff(left.headers))?.actor.role).toBe("counsel");
    expect(await disableStaff(actor, id)).toBeNull();
    expect(await currentStaff(left.headers)).toBeNull();
    expect((await enter(email)).outcome).toBe("refused");
    expect(await newWelcomeLink(actor, id)).toEqual({ refused: "unknown" });
    expect(await enableStaff(actor, id)).toBeNull();
    expect((await enter(email)).outcome).toBe("signedIn");
    const actions = await db.auditEntry.findMany({ where: { entityId: id, actorId: actor.id }, orderBy: { sequence: "asc" }, select: { action: true, detail: true } });
    expect(actions).toEqual([
      { action: "staff.role", detail: { from: "editor", to: "counsel" } },
      { action: "staff.disable", detail: {} },
      { action: "staff.enable", detail: {} },
    ]);
  });

  it("lets nobody change themselves, or people who are not there", async () => {
    const { actor } = await makePerson("administrator");
    for (const work of [disableStaff, endSessions, resetSecondFactor]) expect(await work(actor, actor.id)).toBe("self");
    expect(await changeRole(actor, actor.id, "contributor")).toBe("self");
    expect(await disableStaff(actor, randomUUID())).toBe("unknown");
  });

  it("always leaves an administrator, also when two remove each other at once", async () => {
    const [ana, eva] = [await makePerson("administrator"), await makePerson("administrator")];
    const before = await db.staffMember.findMany({ where: { role: "administrator", disabledAt: null, id: { notIn: [ana.id, eva.id] } }, select: { id: true } });
    await db.staffMember.updateMany({ where: { id: { in: before.map(({ id }) => id) } }, data: { disabledAt: new Date() } });
    const answers = await Promise.all([changeRole(ana.actor, eva.id, "editor"), disableStaff(eva.actor, ana.id)]);
    expect(answers.sort()).toEqual(["lastAdministrator", null].sort());
    expect(await db.staffMember.count({ where: { role: "administrator", disabledAt: null } })).toBe(1);
  });

  it("helps who lost everything, from the command line", async () => {
    const { id, email } = await makePerson("administrator");
    const { headers } = await enter(email);
    await db.staffMember.update({ where: { id }, data: { twoFactorEnabled: true }, select: { id: true } });
    await db.staffSecondFactor.create({ data: { userId: id, secret: "unreadable", backupCodes: "unreadable" }, select: { id: true } });
    const link = await rescueStaff(email);
    expect(await currentStaff(headers)).toBeNull();
    expect(await choosePassword(requestWith(), link?.split("/").at(-1) ?? "", password)).toBeNull();
    expect((await enter(email)).outcome).toBe("signedIn");
    expect(await rescueStaff("nobody@staff.example")).toBeNull();
  });
});
