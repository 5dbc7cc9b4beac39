import type { Transaction } from "../db";

/**
 * Ends the sessions of somebody, and their sign-ins that still wait for a second step: else those would outlive them.
 * @param but the one session that stays
 * @returns how many sessions ended
 */
export async function closeSessions(transaction: Transaction, userId: string, but?: string): Promise<number> {
  // How the sign-in library names them.
  await transaction.staffToken.deleteMany({ where: { value: userId, identifier: { startsWith: "2fa-" } } });
  return (await transaction.staffSession.deleteMany({ where: { userId, ...(but ? { id: { not: but } } : {}) } })).count;
}
