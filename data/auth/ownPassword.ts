import { record } from "../audit";
import { db } from "../db";
import { closeSessions } from "./closeSessions";
import { hashPassword, verifyPassword } from "./passwordHash";
import { storePassword } from "./storePassword";
import { countTry } from "./tries";
import { passwordProblem, type PasswordProblem } from "@/lib/password";
import type { Actor } from "@/lib/permissions";
import { senderOf } from "@/lib/senderOf";

/** Whether this person has a password at all: those who come by the city's own provider have none. */
export async function hasPassword(actor: Pick<Actor, "id">): Promise<boolean> {
  return (await db.staffAccount.count({ where: { userId: actor.id, password: { not: null } } })) > 0;
}

/**
 * Asks for one's own password again before something that a stranger at an open screen must not do.
 * Somebody without a password has signed in at the provider, and that is enough.
 * @throws TooManyTries
 */
export async function confirmPassword(actor: Actor, headers: Headers, password: string): Promise<boolean> {
  const stored = await db.staffAccount.findFirst({ where: { userId: actor.id, password: { not: null } }, select: { password: true } });
  if (!stored?.password) return true;
  const giveBack = await countTry(["password", actor.id], ["address", senderOf(headers)]);
  if (!(await verifyPassword(password, stored.password))) return false;
  await giveBack();
  return true;
}

/**
 * Changes one's own password; every other session of the person ends.
 * @returns what is wrong with the new one; "wrong" when the present one is not right; null when it is done
 * @throws TooManyTries
 */
export async function changePassword(
  actor: Actor,
  request: { headers: Headers; sessionId: string },
  passwords: { present: string; next: string },
): Promise<PasswordProblem | "wrong" | null> {
  if (!(await confirmPassword(actor, request.headers, passwords.present))) return "wrong";
  const person = await db.staffMember.findUniqueOrThrow({ where: { id: actor.id }, select: { name: true, email: true } });
  const problem = passwordProblem(passwords.next, person);
  if (problem) return problem;
  const hashed = await hashPassword(passwords.next);
  await db.$transaction(async (transaction) => {
    await storePassword(transaction, actor.id, hashed);
    await closeSessions(transaction, actor.id, request.sessionId);
    await record(transaction, actor, { action: "password.change", entity: "StaffMember", entityId: actor.id, detail: { by: "self" } });
  });
  return null;
}
