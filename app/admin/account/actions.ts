"use server";

import { headers } from "next/headers";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { staffAction } from "../staffAction";
import { ownAccount, saveOwnAccount } from "@/data/auth/ownAccount";
import { changePassword as setPassword } from "@/data/auth/ownPassword";
import { revokeSessions } from "@/data/staffSession";
import { passwordLength } from "@/lib/password";
import { isStorable } from "@/lib/texts";

export const saveAccount = staffAction("saveAccount", async (actor, formData, { locale }) => {
  const t = await getTranslations({ locale, namespace: "Staff.Account" });
  const parsed = ownAccount.safeParse({ name: formData.get("name"), locale: formData.get("locale") });
  if (!parsed.success) return { errors: [{ field: "name", message: t("nameProblem") }] };
  await saveOwnAccount(actor, parsed.data);
  revalidatePath("/admin", "layout");
  redirect("/admin/account?done=account");
});

const passwords = z.object({ present: z.string().max(1000), next: z.string().max(1000), again: z.string().max(1000) });

export const changePassword = staffAction("changePassword", async (actor, formData, { locale, sessionId }) => {
  const t = await getTranslations({ locale, namespace: "Staff.Password" });
  const { present, next, again } = passwords.parse({ present: formData.get("presentPassword"), next: formData.get("password"), again: formData.get("passwordAgain") });
  if (next !== again) return { errors: [{ field: "passwordAgain", message: t("differs") }] };
  const problem = await setPassword(actor, { headers: await headers(), sessionId }, { present, next });
  if (problem === "wrong") return { errors: [{ field: "presentPassword", message: t("wrong") }] };
  if (problem) return { errors: [{ field: "password", message: t(problem, passwordLength) }] };
  redirect("/admin/account?done=password");
});

export const revokeSession = staffAction("revokeSession", async (actor, formData, { sessionId }) => {
  const id = z.string().min(1).refine(isStorable).safeParse(formData.get("session"));
  await revokeSessions(actor, id.success ? { id: id.data } : { allBut: sessionId });
  redirect("/admin/account?done=sessions");
});
