import { isAPIError } from "better-auth/api";
import { parseCookies } from "better-auth/cookies";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { record, recordAlone } from "../audit";
import { db } from "../db";
import { currentStaff } from "../staffSession";
import { auth } from "./auth";
import { cookiesOf, type Cookie } from "./cookies";
import { readRecoveryCode } from "./recoveryCodes";
import { countTry } from "./tries";
import { senderOf } from "@/lib/senderOf";

/** A code of the app is good for one sign-in, as RFC 6238 (5.2) asks; it would be accepted for a minute and a half. */
const keep = globalThis as { usedCodes?: RateLimiterMemory };
const usedCodes = (keep.usedCodes ??= new RateLimiterMemory({ points: 1, duration: 120 }));

/** Whoever has shown the password and not yet the second factor, or is signed in without one. */
export async function awaitsSecondFactor(headers: Headers): Promise<{ id: string; demonstration: boolean } | null> {
  const staff = await currentStaff(headers);
  if (staff) return staff.twoFactorEnabled && !staff.actor.secondFactor ? { id: staff.actor.id, demonstration: staff.demonstration } : null;
  const { name } = (await (await auth()).$context).createAuthCookie("two_factor");
  const signed = parseCookies(headers.get("cookie") ?? "").get(name);
  if (!signed) return null;
  // "%" and the like are no cookie of ours.
  const identifier = /^[\w-]+/.exec(signed)?.[0];
  if (!identifier) return null;
  const row = await db.staffToken.findFirst({ where: { identifier, expiresAt: { gt: new Date() } }, select: { value: true } });
  return row && db.staffMember.findFirst({ where: { id: row.value, disabledAt: null }, select: { id: true, demonstration: true } });
}

/**
 * The second step: a code of the app, or a recovery code. A new session begins, or the present one now carries the factor.
 * @returns null when the code is not right, was used before, or nobody waits for one
 * @throws TooManyTries
 */
export async function showSecondFactor(headers: Headers, shown: { method: "totp" | "recoveryCode"; code: string }): Promise<{ cookies: Cookie[] } | null> {
  const person = await awaitsSecondFactor(headers);
  if (!person) return null;
  const giveBack = await countTry(["secondFactor", person.id], ["address", senderOf(headers)]);
  const answer = (await isUnused(person, shown)) ? await attempt(headers, shown) : null;
  if (!answer) {
    await recordAlone(null, { action: "signIn.failed", entity: "StaffMember", entityId: person.id, detail: { step: "secondFactor", method: shown.method } });
    return null;
  }
  await giveBack();
  const staff = await currentStaff(headers);
  await db.$transaction(async (transaction) => {
    if (staff) await transaction.staffSession.updateMany({ where: { id: staff.sessionId }, data: { secondFactor: shown.method } });
    await record(transaction, person, { action: "signIn", entity: "StaffMember", entityId: person.id, detail: { method: shown.method } });
  });
  return { cookies: cookiesOf(answer.headers) };
}

async function isUnused(person: { id: string; demonstration: boolean }, { method, code }: { method: string; code: string }): Promise<boolean> {
  // The secret of a demonstration is published: there is nothing to protect, and several people try it at once.
  return method === "recoveryCode" || person.demonstration || spendCode(person.id, code);
}

/** Uses a code of the app up, however it is written ("123 456"). @returns false where somebody has used it */
export async function spendCode(staffId: string, code: string): Promise<boolean> {
  return usedCodes.consume(`${staffId}:${digitsOf(code)}`).then(
    () => true,
    () => false,
  );
}

/** A code of the app without what people type between its digits. */
export const digitsOf = (code: string) => code.replace(/\D/g, "");

async function attempt(headers: Headers, { method, code }: { method: "totp" | "recoveryCode"; code: string }) {
  const { api } = await auth();
  try {
    if (method === "totp") return await api.verifyTOTP({ body: { code: digitsOf(code) }, headers, returnHeaders: true });
    return await api.verifyBackupCode({ body: { code: readRecoveryCode(code) }, headers, returnHeaders: true });
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}
