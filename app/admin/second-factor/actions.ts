"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { nextPage } from "../nextPage";
import { setCookies } from "../setCookies";
import { entranceAction } from "../staffAction";
import { showSecondFactor } from "@/data/auth/secondFactor";

const typed = z.object({ method: z.enum(["totp", "recoveryCode"]), code: z.string().trim().min(6).max(30) });

export const showCode = entranceAction("showCode", async (formData, headers, locale) => {
  const t = await getTranslations({ locale, namespace: "Staff.SecondFactor" });
  const parsed = typed.safeParse({ method: formData.get("method"), code: formData.get("code") });
  const shown = parsed.success ? await showSecondFactor(headers, parsed.data) : null;
  if (!shown) return { errors: [{ field: "code", message: t(formData.get("method") === "recoveryCode" ? "wrongRecoveryCode" : "wrongCode") }] };
  await setCookies(shown.cookies);
  redirect(nextPage(formData.get("next"), "/admin"));
});
