import { z } from "zod";
import { allow } from "./allow";
import { record } from "./audit";
import { closeSessions } from "./auth/closeSessions";
import { endWelcomeLinks, makeWelcomeLink } from "./auth/welcome";
import { db, type Transaction } from "./db";
import { isLocale, locales, sourceLocale, type Locale } from "@/lib/locales";
import { roles, type Actor, type Role } from "@/lib/permissions";
import { isStorable } from "@/lib/texts";

/** What an administrator writes down about somebody who may enter. */
export const invitation = z.strictObject({
  name: z.string().trim().min(1).max(100).refine(isStorable),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  role: z.enum(roles),
  locale: z.enum(locales),
});
export type Invitation = z.output<typeof invitation>;
/** What of it can be corrected until it is used. */
export const addressee = invitation.pick({ name: true, email: true });

/** Why a change of somebody's account is refused. */
export type StaffRefusal = "unknown" | "self" | "lastAdministrator" | "emailTaken" | "used";

/** Whether somebody could sign in with a password that the documentation names: then every page says so. */
export async function hasDemonstrationStaff(): Promise<boolean> {
  return (await db.staffMember.count({ where: { demonstration: true, disabledAt: null } })) > 0;
}

/**
 * Everybody who has or had an account; those who left come last. `signsIn`: the invitation is used. So it is, too, where the city's own
 * provider vouched for the address and tying it to the account then failed: they try again, or get a link.
 */
export async function listStaff(actor: Actor) {
  allow(actor, "staff.manage");
  const found = await db.staffMember.findMany({
    orderBy: [{ disabledAt: { sort: "desc", nulls: "first" } }, { name: "asc" }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      disabledAt: true,
      demonstration: true,
      emailVerified: true,
      twoFactorEnabled: true,
      accounts: { select: { providerId: true } },
      sessions: { where: { expiresAt: { gt: new Date() } }, select: { id: true } },
    },
  });
  return found.map(({ accounts, emailVerified, sessions, ...person }) => ({ ...person, signsIn: accounts.length > 0 || emailVerified, sessions: sessions.length }));
}

/** One of them, or null. */
export async function getStaffMember(actor: Actor, id: string) {
  return (await listStaff(actor)).find((person) => person.id === id) ?? null;
}

/** Adds a person and makes the link by which they choose a password. */
export async function inviteStaff(actor: Actor, person: Invitation): Promise<{ id: string; link: string } | { refused: StaffRefusal }> {
  allow(actor, "staff.manage");
  return addStaff(actor, person);
}

/** The same from the command line, where nobody is signed in yet. */
export async function addStaff(actor: Actor | null, person: Invitation): Promise<{ id: string; link: string } | { refused: StaffRefusal }> {
  return db.$transaction(async (transaction) => {
    await lockStaff(transaction);
    if (await transaction.staffMember.findUnique({ where: { email: person.email }, select: { id: true } })) return { refused: "emailTaken" };
    const { id } = await transaction.staffMember.create({ data: person, select: { id: true } });
    const link = await makeWelcomeLink(transaction, id);
    await record(transaction, actor, { action: "staff.invite", entity: "StaffMember", entityId: id, detail: { role: person.role } });
    return { id, link };
  });
}

/** A new link for somebody who forgot the password or missed the first one. Their sessions and password stay until it is used. */
export async function newWelcomeLink(actor: Actor, id: string): Promise<{ link: string; email: string; name: string; locale: Locale } | { refused: StaffRefusal }> {
  allow(actor, "staff.manage");
  return db.$transaction(async (transaction) => {
    const person = await transaction.staffMember.findFirst({ where: { id, disabledAt: null }, select: { email: true, name: true, locale: true } });
    if (!person) return { refused: "unknown" };
    const link = await makeWelcomeLink(transaction, id);
    await record(transaction, actor, { action: "staff.invite", entity: "StaffMember", entityId: id, detail: { again: true } });
    return { link, ...person, locale: isLocale(person.locale) ? person.locale : sourceLocale };
  });
}

/** Corrects the name and the address of somebody who has not used the invitation yet. Links made before end: they may be in wrong hands. */
export async function correctInvitation(actor: Actor, id: string, { name, email }: z.output<typeof addressee>): Promise<StaffRefusal | null> {
  return change(actor, id, false, async (transaction, person) => {
    const changedFields = (["name", "email"] as const).filter((field) => person[field] !== { name, email }[field]);
    if (changedFields.length === 0) return null;
    if (await transaction.staffMember.findFirst({ where: { email, id: { not: id } }, select: { id: true } })) return "emailTaken";
    // Whoever has shown the address at the city's own provider has used it (data/auth/claimInvitation.ts).
    const waiting = { id, disabledAt: null, emailVerified: false, accounts: { none: {} } };
    if ((await transaction.staffMember.count({ where: waiting })) === 0) return "used";
    // First, because this waits for somebody who is using the link just now.
    await endWelcomeLinks(transaction, id);
    const { count } = await transaction.staffMember.updateMany({ where: waiting, data: { name, email } });
    if (count === 0) return "used";
    await record(transaction, actor, { action: "staff.correct", entity: "StaffMember", entityId: id, detail: { changedFields, ...(person.name === name ? {} : { from: person.name, to: name }) } });
    return null;
  });
}

/** Gives somebody another role; their open sessions end, so that nothing old stays allowed. */
export async function changeRole(actor: Actor, id: string, role: Role): Promise<StaffRefusal | null> {
  return change(actor, id, role !== "administrator", async (transaction, person) => {
    if (person.role === role) return null;
    await transaction.staffMember.update({ where: { id }, data: { role }, select: { id: true } });
    await closeSessions(transaction, id);
    await record(transaction, actor, { action: "staff.role", entity: "StaffMember", entityId: id, detail: { from: person.role, to: role } });
    return null;
  });
}

/** Somebody left: cannot sign in any more, at once. Their name stays in the history. */
export async function disableStaff(actor: Actor, id: string): Promise<StaffRefusal | null> {
  return change(actor, id, true, async (transaction) => {
    const { count } = await transaction.staffMember.updateMany({ where: { id, disabledAt: null }, data: { disabledAt: new Date() } });
    if (count === 0) return null;
    await closeSessions(transaction, id);
    await endWelcomeLinks(transaction, id);
    await record(transaction, actor, { action: "staff.disable", entity: "StaffMember", entityId: id });
    return null;
  });
}

/** Somebody came back. */
export async function enableStaff(actor: Actor, id: string): Promise<StaffRefusal | null> {
  return change(actor, id, false, async (transaction) => {
    const { count } = await transaction.staffMember.updateMany({ where: { id, disabledAt: { not: null } }, data: { disabledAt: null } });
    if (count > 0) await record(transaction, actor, { action: "staff.enable", entity: "StaffMember", entityId: id });
    return null;
  });
}

/** Ends every session of somebody: a lost phone, a shared computer. */
export async function endSessions(actor: Actor, id: string): Promise<StaffRefusal | null> {
  return change(actor, id, false, async (transaction) => {
    const sessions = await closeSessions(transaction, id);
    if (sessions > 0) await record(transaction, actor, { action: "session.revoke", entity: "StaffMember", entityId: id, detail: { sessions } });
    return null;
  });
}

/** Takes the second factor of somebody away who lost it with its recovery codes: they set up a new one. */
export async function resetSecondFactor(actor: Actor, id: string): Promise<StaffRefusal | null> {
  return change(actor, id, false, async (transaction) => {
    const { count } = await transaction.staffSecondFactor.deleteMany({ where: { userId: id } });
    await transaction.staffMember.update({ where: { id }, data: { twoFactorEnabled: false }, select: { id: true } });
    await closeSessions(transaction, id);
    if (count > 0) await record(transaction, actor, { action: "secondFactor.off", entity: "StaffMember", entityId: id, detail: { by: "administrator" } });
    return null;
  });
}

/**
 * One change of somebody else's account, one after the other.
 * @param takesAdministrator whether an administrator is one no more afterwards: never the last one
 */
async function change(
  actor: Actor,
  id: string,
  takesAdministrator: boolean,
  work: (transaction: Transaction, person: { role: Role; name: string; email: string }) => Promise<StaffRefusal | null>,
): Promise<StaffRefusal | null> {
  allow(actor, "staff.manage");
  if (id === actor.id) return "self";
  return db.$transaction(async (transaction) => {
    await lockStaff(transaction);
    const person = await transaction.staffMember.findUnique({ where: { id }, select: { role: true, name: true, email: true, disabledAt: true, demonstration: true } });
    if (!person) return "unknown";
    if (takesAdministrator && person.role === "administrator" && !person.disabledAt) {
      // Demonstration accounts end with the demonstration: they do not count as one who stays.
      const left = await transaction.staffMember.count({ where: { role: "administrator", disabledAt: null, demonstration: person.demonstration } });
      if (left < 2) return "lastAdministrator";
    }
    return work(transaction, person);
  });
}

/** Two administrators at once must not remove each other. Any number, the same wherever accounts change. */
async function lockStaff(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(2026112201)`;
}
