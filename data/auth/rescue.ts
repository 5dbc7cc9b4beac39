import { record } from "../audit";
import { db } from "../db";
import { closeSessions } from "./closeSessions";
import { makeWelcomeLink } from "./welcome";

/**
 * For somebody who has lost everything, while no administrator can help: whoever runs the machine makes a new link and takes
 * the second factor away. Role and name stay. From the command line only.
 * @returns the link; null when there is nobody with this address, or they have left
 */
export async function rescueStaff(email: string): Promise<string | null> {
  return db.$transaction(async (transaction) => {
    const person = await transaction.staffMember.findFirst({ where: { email, disabledAt: null }, select: { id: true } });
    if (!person) return null;
    await transaction.staffSecondFactor.deleteMany({ where: { userId: person.id } });
    await transaction.staffMember.update({ where: { id: person.id }, data: { twoFactorEnabled: false }, select: { id: true } });
    await closeSessions(transaction, person.id);
    await record(transaction, null, { action: "secondFactor.off", entity: "StaffMember", entityId: person.id, detail: { by: "command" } });
    return makeWelcomeLink(transaction, person.id);
  });
}
