import { closeSessions } from "./auth/closeSessions";
import { cookiesOf, type Cookie } from "./auth/cookies";
import { auth } from "./auth/auth";
import { sessionEnd } from "./auth/sessionLimits";
import { record, recordAlone } from "./audit";
import { db } from "./db";
import { isLocale, sourceLocale, type Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";

export type Staff = { actor: Actor; name: string; email: string; locale: Locale; demonstration: boolean; sessionId: string; twoFactorEnabled: boolean };

/** The end of a session moves on at most once a minute: not every request writes. */
const grain = 60_000;

/**
 * Who sends this request. Being asked counts as being used: the session lives another half hour, up to twelve hours in all.
 * @returns null: nobody, an ended session, or a person who left
 */
export async function currentStaff(headers: Headers): Promise<Staff | null> {
  const found = await (await auth()).api.getSession({ headers, query: { disableRefresh: true } });
  if (!found || found.user.disabledAt) return null;
  const { session, user } = found;
  const end = sessionEnd(session.createdAt, new Date());
  if (end.getTime() <= Date.now()) {
    await db.staffSession.deleteMany({ where: { id: session.id } });
    return null;
  }
  if (Math.abs(end.getTime() - session.expiresAt.getTime()) > grain) await db.staffSession.updateMany({ where: { id: session.id }, data: { expiresAt: end } });
  return {
    actor: { id: user.id, role: user.role, secondFactor: Boolean(session.secondFactor) },
    name: user.name,
    email: user.email,
    locale: isLocale(user.locale) ? user.locale : sourceLocale,
    demonstration: user.demonstration,
    sessionId: session.id,
    twoFactorEnabled: Boolean(user.twoFactorEnabled),
  };
}

/** Ends the session of this request. */
export async function signOut(actor: Actor, headers: Headers): Promise<Cookie[]> {
  const answer = await (await auth()).api.signOut({ headers, returnHeaders: true });
  await recordAlone(actor, { action: "signOut", entity: "StaffMember", entityId: actor.id });
  return cookiesOf(answer.headers);
}

/** The open sessions of one person, the newest first. */
export function listSessions(actor: Actor) {
  return db.staffSession.findMany({
    where: { userId: actor.id, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, updatedAt: true, userAgent: true, secondFactor: true },
  });
}

/**
 * Ends one's own sessions.
 * @param which one of them, or all but this one
 * @returns how many ended
 */
export async function revokeSessions(actor: Actor, which: { id: string } | { allBut: string }): Promise<number> {
  return db.$transaction(async (transaction) => {
    const count =
      "id" in which
        ? (await transaction.staffSession.deleteMany({ where: { userId: actor.id, id: which.id } })).count
        : await closeSessions(transaction, actor.id, which.allBut);
    if (count > 0) await record(transaction, actor, { action: "session.revoke", entity: "StaffMember", entityId: actor.id, detail: { sessions: count } });
    return count;
  });
}
