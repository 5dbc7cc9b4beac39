import { z } from "zod";
import { allow } from "../allow";
import { record } from "../audit";
import { db } from "../db";
import { locales } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";
import { isStorable } from "@/lib/texts";

/** What people may change of their own account by themselves. */
export const ownAccount = z.strictObject({ name: z.string().trim().min(1).max(100).refine(isStorable), locale: z.enum(locales) });

/** Saves one's own name and language. The history shows names: whoever changes one is written down. @throws NotAllowed */
export async function saveOwnAccount(actor: Actor, { name, locale }: z.output<typeof ownAccount>): Promise<void> {
  allow(actor, "enter");
  await db.$transaction(async (transaction) => {
    const { name: from } = await transaction.staffMember.findUniqueOrThrow({ where: { id: actor.id }, select: { name: true } });
    await transaction.staffMember.update({ where: { id: actor.id }, data: { name, locale }, select: { id: true } });
    if (from !== name) await record(transaction, actor, { action: "staff.name", entity: "StaffMember", entityId: actor.id, detail: { from, to: name } });
  });
}
