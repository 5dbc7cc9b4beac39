import { symmetricEncrypt } from "better-auth/crypto";
import { record } from "../../data/audit.ts";
import { auth } from "../../data/auth/auth.ts";
import { hashPassword } from "../../data/auth/passwordHash.ts";
import { makeRecoveryCodes } from "../../data/auth/recoveryCodes.ts";
import { storePassword } from "../../data/auth/storePassword.ts";
import { db, type Transaction } from "../../data/db.ts";
import { demonstrationPassword, demonstrationSecret, demonstrationStaff } from "../../lib/demonstrationStaff.ts";

/** Makes the demonstration staff, or puts them back as they were published. An account of a real person is left alone. */
export async function openDemonstration(): Promise<void> {
  const key = (await (await auth()).$context).secretConfig;
  const [password, secret, backupCodes] = await Promise.all([
    hashPassword(demonstrationPassword),
    symmetricEncrypt({ key, data: demonstrationSecret.raw }),
    symmetricEncrypt({ key, data: JSON.stringify(makeRecoveryCodes()) }),
  ]);
  for (const { name, email, role } of demonstrationStaff)
    await db.$transaction(async (transaction) => {
      const before = await transaction.staffMember.findUnique({ where: { email }, select: { demonstration: true, disabledAt: true } });
      if (before && !before.demonstration) return;
      const data = { name, role, twoFactorEnabled: true, disabledAt: null };
      const { id } = await transaction.staffMember.upsert({ where: { email }, create: { ...data, email, demonstration: true }, update: data, select: { id: true } });
      await storePassword(transaction, id, password);
      await transaction.staffSecondFactor.deleteMany({ where: { userId: id } });
      await transaction.staffSecondFactor.create({ data: { userId: id, secret, backupCodes, verified: true }, select: { id: true } });
      if (!before || before.disabledAt) await remember(transaction, before ? "staff.enable" : "staff.invite", id);
    });
}

/** Nobody can sign in with a published password any more. Their names stay in the history. */
export async function closeDemonstration(): Promise<void> {
  await db.$transaction(async (transaction) => {
    const open = await transaction.staffMember.findMany({ where: { demonstration: true, disabledAt: null }, select: { id: true } });
    for (const { id } of open) {
      await transaction.staffMember.update({ where: { id }, data: { disabledAt: new Date() }, select: { id: true } });
      await transaction.staffSession.deleteMany({ where: { userId: id } });
      await remember(transaction, "staff.disable", id);
    }
  });
}

function remember(transaction: Transaction, action: string, entityId: string): Promise<void> {
  return record(transaction, null, { action, entity: "StaffMember", entityId, detail: { demonstration: true } });
}
