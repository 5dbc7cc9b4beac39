import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { saveOwnAccount } from "./auth/ownAccount";
import { rescueStaff } from "./auth/rescue";
import { enter, makePerson, password, requestWith } from "./auth/testing";
import { choosePassword } from "./auth/welcome";
import { db } from "./db";
import { addressee, changeRole, correctInvitation, disableStaff, enableStaff, endSessions, getStaffMember, inviteStaff, listStaff, newWelcomeLink, resetSecondFactor } from "./staff";
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
    correctInvitation: (actor, id) => correctInvitation(actor, id, { name: "Other", email: `${randomUUID()}@staff.example` }),
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

  it("corrects an invitation until it is used, and ends the link that went to the wrong address", async () => {
    const { actor } = await makePerson("administrator");
    const [person, right] = [newcomer(), { name: "Nuria", email: newcomer().email }];
    const invited = await inviteStaff(actor, person);
    if ("refused" in invited) throw new Error(invited.refused);
    const { id, link } = invited;
    const use = (link: string) => choosePassword(requestWith(), link.split("/").at(-1)!, password);
    expect(await correctInvitation(actor, id, { name: person.name, email: person.email })).toBeNull();
    expect(await correctInvitation(actor, id, { ...right, email: (await makePerson()).email })).toBe("emailTaken");
    expect(addressee.safeParse({ name: " ", email: "x" }).success).toBe(false);
    expect(await db.auditEntry.count({ where: { entityId: id, action: "staff.correct" } })).toBe(0);
    expect(await correctInvitation(actor, id, right)).toBeNull();
    expect(await db.staffMember.findUnique({ where: { id }, select: { name: true, email: true } })).toEqual(right);
    expect(await use(link)).toBe("link");
    const again = await newWelcomeLink(actor, id);
    if ("refused" in again) throw new Error(again.refused);
    // At once: either the link is used and nothing else changes, or it is worth nothing any more.
    const [used, corrected] = await Promise.all([use(again.link), correctInvitation(actor, id, { ...right, name: "Somebody else" })]);
    expect([[null, "used"], ["link", null]]).toContainEqual([used, corrected]);
    const last = used === null ? null : await newWelcomeLink(actor, id);
    if (last && "link" in last) expect(await use(last.link)).toBeNull();
    expect(await correctInvitation(actor, id, { ...right, name: "Too late" })).toBe("used");
    expect(await db.auditEntry.findFirst({ where: { entityId: id, action: "staff.correct" }, orderBy: { sequence: "asc" }, select: { actorId: true, detail: true } })).toEqual({
      actorId: actor.id,
      detail: { changedFields: ["name", "email"], from: person.name, to: right.name },
    });
  });

  it("takes an invitation for used once its address was shown at the city's own provider, whatever came of it", async () => {
    const { actor } = await makePerson("administrator");
    const invited = await inviteStaff(actor, newcomer());
    if ("refused" in invited) throw new Error(invited.refused);
    const { id } = invited;
    expect(await getStaffMember(actor, id)).toMatchObject({ signsIn: false });
    await db.staffMember.update({ where: { id }, data: { emailVerified: true }, select: { id: true } });
    expect(await getStaffMember(actor, id)).toMatchObject({ signsIn: true });
    expect(await correctInvitation(actor, id, { name: "Nuria", email: newcomer().email })).toBe("used");
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
