import { isAPIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { NotAllowed } from "../allow";
import { record, recordAlone } from "../audit";
import { db } from "../db";
import { auth } from "./auth";
import { cookiesOf, type Cookie } from "./cookies";
import { confirmPassword } from "./ownPassword";
import { digitsOf, spendCode } from "./secondFactor";
import { totpKey } from "./totpKey";
import { countTry } from "./tries";
import type { Actor } from "@/lib/permissions";
import { senderOf } from "@/lib/senderOf";

/** What a second factor looks like from its owner's side. */
export type SecondFactorState =
  | { state: "off" }
  /** Waits for a first code. Shown until then, and never again. */
  | { state: "pending"; uri: string; secret: string; recoveryCodes: string[] }
  | { state: "on"; recoveryCodesLeft: number };

/** Whether one's own second factor is on, and what setting it up still needs. */
export async function readSecondFactor(actor: Actor): Promise<SecondFactorState> {
  const row = await db.staffSecondFactor.findFirst({ where: { userId: actor.id }, select: { secret: true, verified: true, user: { select: { email: true } } } });
  if (!row) return { state: "off" };
  const { api, $context } = await auth();
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: actor.id } });
  if (row.verified) return { state: "on", recoveryCodesLeft: backupCodes.length };
  const { secretConfig, appName } = await $context;
  const key = totpKey(await symmetricDecrypt({ key: secretConfig, data: row.secret }), { issuer: appName, account: row.user.email });
  return { state: "pending", ...key, recoveryCodes: backupCodes };
}

/**
 * Makes a secret and recovery codes; they count once a first code was shown.
 * @returns whether the password was right
 * @throws TooManyTries
 */
export async function beginSecondFactor(actor: Actor, headers: Headers, password: string): Promise<boolean> {
  if (!(await confirmPassword(actor, headers, password))) return false;
  // Sent from a page that was open before.
  if ((await readSecondFactor(actor)).state === "on") return true;
  await (await auth()).api.enableTwoFactor({ body: { password, method: "totp" }, headers });
  return true;
}

/**
 * The first code: from now on the second factor is on, and this session has shown it.
 * @returns null when the code is not right
 * @throws TooManyTries
 */
export async function confirmSecondFactor(actor: Actor, headers: Headers, code: string): Promise<{ cookies: Cookie[] } | null> {
  const giveBack = await countTry(["secondFactor", actor.id], ["address", senderOf(headers)]);
  try {
    const answer = await (await auth()).api.verifyTOTP({ body: { code: digitsOf(code) }, headers, returnHeaders: true });
    await giveBack();
    // Whoever looked over the shoulder cannot enter with it.
    await spendCode(actor.id, code);
    await recordAlone(actor, { action: "secondFactor.on", entity: "StaffMember", entityId: actor.id, detail: { method: "totp" } });
    return { cookies: cookiesOf(answer.headers) };
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}

/** Who came by the provider has shown no password: what weakens a second factor needs that factor itself. */
async function requireShown(actor: Actor): Promise<void> {
  const on = await db.staffSecondFactor.count({ where: { userId: actor.id, verified: true } });
  if (on > 0 && !actor.secondFactor) throw new NotAllowed("enter", "secondFactor");
}

/**
 * Turns one's own second factor off, or gives up setting it up. No session carries it any longer.
 * @returns whether the password was right
 * @throws TooManyTries, NotAllowed
 */
export async function removeSecondFactor(actor: Actor, headers: Headers, password: string): Promise<boolean> {
  await requireShown(actor);
  if (!(await confirmPassword(actor, headers, password))) return false;
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.staffSecondFactor.deleteMany({ where: { userId: actor.id, verified: true } });
    await transaction.staffSecondFactor.deleteMany({ where: { userId: actor.id } });
    await transaction.staffMember.update({ where: { id: actor.id }, data: { twoFactorEnabled: false }, select: { id: true } });
    await transaction.staffSession.updateMany({ where: { userId: actor.id, secondFactor: { not: "provider" } }, data: { secondFactor: null } });
    if (count > 0) await record(transaction, actor, { action: "secondFactor.off", entity: "StaffMember", entityId: actor.id, detail: { by: "self" } });
  });
  return true;
}

/**
 * New recovery codes; the old ones are worth nothing from now on.
 * @returns null when the password was not right
 * @throws TooManyTries, NotAllowed
 */
export async function renewRecoveryCodes(actor: Actor, headers: Headers, password: string): Promise<string[] | null> {
  await requireShown(actor);
  if (!(await confirmPassword(actor, headers, password))) return null;
  const { backupCodes } = await (await auth()).api.generateBackupCodes({ body: { password }, headers });
  await recordAlone(actor, { action: "secondFactor.codes", entity: "StaffMember", entityId: actor.id });
  return backupCodes;
}
