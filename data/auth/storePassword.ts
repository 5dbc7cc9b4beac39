import type { Transaction } from "../db";

/** Writes the hash of a password where signing in looks for it. */
export async function storePassword(transaction: Transaction, staffId: string, hash: string): Promise<void> {
  const account = { providerId: "credential", accountId: staffId };
  await transaction.staffAccount.upsert({
    where: { providerId_accountId: account },
    create: { ...account, userId: staffId, password: hash },
    update: { password: hash },
    select: { id: true },
  });
}
