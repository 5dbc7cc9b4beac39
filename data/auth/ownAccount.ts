import { z } from "zod";
import { db } from "../db";
import { locales } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";

/** What people may change of their own account by themselves. */
export const ownAccount = z.strictObject({ name: z.string().trim().min(1).max(100), locale: z.enum(locales) });

/** Saves one's own name and language. */
export async function saveOwnAccount(actor: Actor, { name, locale }: z.output<typeof ownAccount>): Promise<void> {
  await db.staffMember.update({ where: { id: actor.id }, data: { name, locale }, select: { id: true } });
}
