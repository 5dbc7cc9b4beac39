"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { entranceAction } from "../staffAction";
import { welcomeLocale } from "./welcomed";
import { choosePassword as setPassword } from "@/data/auth/welcome";
import { passwordLength } from "@/lib/password";

const typed = z.object({ token: z.string().max(100), password: z.string().max(1000), again: z.string().max(1000) });

export const choosePassword = entranceAction("choosePassword", async (formData, headers) => {
  const { token, password, again } = typed.parse({ token: formData.get("token"), password: formData.get("password"), again: formData.get("passwordAgain") });
  const t = await getTranslations({ locale: await welcomeLocale(token), namespace: "Staff.Password" });
  if (password !== again) return { errors: [{ field: "passwordAgain", message: t("differs") }] };
  const problem = await setPassword(headers, token, password);
  if (problem === "link") return { errors: [{ message: t("link") }] };
  if (problem) return { errors: [{ field: "password", message: t(problem, passwordLength) }] };
  redirect("/admin/sign-in?done=password");
});
