import { db } from "../db";

type Identity = { user: { id?: string | undefined; email?: string | undefined }; source: { action: string } };

/**
 * Before the city's own provider is tied to an account: the address that it vouches for must still be the account's. Marked in
 * the same statement, so that of this and a correction of the address (data/staff.ts), at once, only one finds the row as it read it.
 * What follows can fail, and the invitation stays used: they come in by another try or by a link, but are corrected no more.
 * @returns why not, in the sign-in library's words
 */
export async function claimInvitation({ user: { id, email }, source }: Identity): Promise<{ error: string } | undefined> {
  if (source.action !== "link-account") return undefined;
  if (!id || !email) return { error: "account_not_linked" };
  const { count } = await db.staffMember.updateMany({ where: { id, email, disabledAt: null }, data: { emailVerified: true } });
  return count === 1 ? undefined : { error: "account_not_linked" };
}
