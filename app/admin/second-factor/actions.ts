"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { setCookies } from "../setCookies";
import { entranceAction } from "../staffAction";
import { showSecondFactor } from "@/data/auth/secondFactor";
import { staffPages, type StaffPage } from "@/lib/access";

const typed = z.object({ method: z.enum(["totp", "recoveryCode"]), code: z.string().trim().min(6).max(30) });
const isPage = (path: unknown): path is StaffPage => typeof path === "string" && Object.hasOwn(staffPages, path) && !path.includes("[");

export const showCode = entranceAction("showCode", async (formData, headers, locale) => {
  const t = await getTranslations({ locale, namespace: "Staff.SecondFactor" });
  const parsed = typed.safeParse({ method: formData.get("method"), code: formData.get("code") });
  const shown = parsed.success ? await showSecondFactor(headers, parsed.data) : null;
  if (!shown) return { errors: [{ field: "code", message: t(formData.get("method") === "recoveryCode" ? "wrongRecoveryCode" : "wrongCode") }] };
  await setCookies(shown.cookies);
  const next = formData.get("next");
  redirect(isPage(next) ? next : "/admin");
});
