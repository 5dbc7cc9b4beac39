import { recordAlone } from "../audit";
import { db } from "../db";
import { providerShowsSecondFactor } from "./provider";
import { sessionLimits } from "./sessionLimits";
import { deviceLabel } from "@/lib/deviceLabel";

type Context = { path?: string; headers?: Headers } | null;
type Session = { userId: string; userAgent?: string | null };

/** By what a session begins: only so does it carry a second factor. */
function secondFactorOf(path: string): string | null {
  if (path === "/two-factor/verify-totp") return "totp";
  if (path === "/two-factor/verify-backup-code") return "recoveryCode";
  return path.startsWith("/callback/") && providerShowsSecondFactor() ? "provider" : null;
}

/** Every session begins here: not for people who left, no address, a short name of the browser, half an hour to live. */
export async function beginSession(session: Session, context: Context) {
  const member = await db.staffMember.findUnique({ where: { id: session.userId }, select: { disabledAt: true } });
  if (!member || member.disabledAt) return false;
  // Ended sessions are swept here: nothing else would.
  await db.staffSession.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return {
    data: {
      ...session,
      ipAddress: null,
      userAgent: deviceLabel(session.userAgent ?? null),
      secondFactor: secondFactorOf(context?.path ?? ""),
      expiresAt: new Date(Date.now() + sessionLimits.idle),
    },
  };
}

/** Signing in with a password is recorded by data/auth/signIn.ts; the provider's way back ends here. */
export async function recordProviderSignIn(session: Session, context: Context): Promise<void> {
  if (!context?.path?.startsWith("/callback/")) return;
  await recordAlone({ id: session.userId }, { action: "signIn", entity: "StaffMember", entityId: session.userId, detail: { method: "provider" } });
}
