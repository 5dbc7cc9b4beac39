"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { languageCookie } from "../currentStaff";
import { setCookies } from "../setCookies";
import { entranceAction } from "../staffAction";
import { signInWithPassword } from "@/data/auth/signIn";
import { locales } from "@/lib/locales";

const typed = z.object({ email: z.string().trim().min(1).max(254).pipe(z.email()), password: z.string().min(1).max(128) });

export const signIn = entranceAction("signIn", async (formData, headers, locale) => {
  const t = await getTranslations({ locale, namespace: "Staff.SignIn" });
  const parsed = typed.safeParse({ email: formData.get("email"), password: formData.get("password") });
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
    return { errors: (["email", "password"] as const).filter((field) => wrong.has(field)).map((field) => ({ field, message: t(`problem.${field}`) })) };
  }
  const answer = await signInWithPassword(headers, parsed.data);
  if (answer.outcome === "refused") return { errors: [{ field: "email", message: t("problem.refused") }] };
  await setCookies(answer.cookies);
  redirect(answer.outcome === "secondFactor" ? "/admin/second-factor" : "/admin");
});

export const chooseLanguage = entranceAction("chooseLanguage", async (formData) => {
  const locale = z.enum(locales).safeParse(formData.get("language"));
  if (locale.success) (await cookies()).set(languageCookie, locale.data, { path: "/admin", httpOnly: true, sameSite: "lax", maxAge: 365 * 24 * 3600 });
  const token = z.string().max(100).safeParse(formData.get("token"));
  redirect(token.success ? `/admin/welcome/${encodeURIComponent(token.data)}` : "/admin/sign-in");
});
