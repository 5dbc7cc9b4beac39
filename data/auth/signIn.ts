import { isAPIError } from "better-auth/api";
import { recordAlone } from "../audit";
import { db } from "../db";
import { auth } from "./auth";
import { cookiesOf, type Cookie } from "./cookies";
import { countTry } from "./tries";
import { senderOf } from "@/lib/senderOf";

/** Answers to a wrong password take this long, whether the account exists or not. */
const slowest = 500;

/**
 * The first step of signing in.
 * @returns refused: wrong address, wrong password or a person who left, all alike. secondFactor: nobody is signed in yet,
 * the code comes next (data/auth/secondFactor.ts).
 * @throws TooManyTries
 */
export async function signInWithPassword(
  headers: Headers,
  typed: { email: string; password: string },
): Promise<{ outcome: "refused" } | { outcome: "signedIn" | "secondFactor"; cookies: Cookie[] }> {
  const began = performance.now();
  const email = typed.email.trim().toLowerCase();
  const giveBack = await countTry(["account", email], ["address", senderOf(headers)]);
  const answer = await attempt(headers, { email, password: typed.password });
  if (!answer) {
    const member = await db.staffMember.findUnique({ where: { email }, select: { id: true } });
    if (member) await recordAlone(null, { action: "signIn.failed", entity: "StaffMember", entityId: member.id, detail: { step: "password" } });
    await new Promise((resolve) => setTimeout(resolve, slowest - (performance.now() - began)));
    return { outcome: "refused" };
  }
  await giveBack();
  const cookies = cookiesOf(answer.headers);
  if (!("user" in answer.response)) return { outcome: "secondFactor", cookies };
  await recordAlone({ id: answer.response.user.id }, { action: "signIn", entity: "StaffMember", entityId: answer.response.user.id, detail: { method: "password" } });
  return { outcome: "signedIn", cookies };
}

async function attempt(headers: Headers, body: { email: string; password: string }) {
  try {
    return await (await auth()).api.signInEmail({ body, headers, returnHeaders: true });
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}
