"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { nextPage } from "../../nextPage";
import { setCookies } from "../../setCookies";
import { staffAction } from "../../staffAction";
import { beginSecondFactor as begin, confirmSecondFactor as confirm, removeSecondFactor as remove, renewRecoveryCodes as renew } from "@/data/auth/secondFactorSetup";
import type { Locale } from "@/lib/locales";

const page = "/admin/account/second-factor";

/** People who come by the provider have no password, and no field for one. */
const passwordOf = (formData: FormData, field: string) => z.string().max(128).catch("").parse(formData.get(field) ?? "");

async function wrongPassword(field: string, locale: Locale) {
  const t = await getTranslations({ locale, namespace: "Staff.Password" });
  return { errors: [{ field, message: t("wrong") }] };
}

export const beginSecondFactor = staffAction("beginSecondFactor", async (actor, formData, { locale }) => {
  if (!(await begin(actor, await headers(), passwordOf(formData, "beginPassword")))) return wrongPassword("beginPassword", locale);
  const next = formData.get("next");
  redirect(`${page}${typeof next === "string" ? `?${new URLSearchParams({ next })}` : ""}`);
});

export const confirmSecondFactor = staffAction("confirmSecondFactor", async (actor, formData, { locale }) => {
  const code = z.string().max(30).catch("").parse(formData.get("code"));
  const confirmed = await confirm(actor, await headers(), code);
  if (!confirmed) {
    const t = await getTranslations({ locale, namespace: "Staff.SecondFactor" });
    return { errors: [{ field: "code", message: t("wrongCode") }] };
  }
  await setCookies(confirmed.cookies);
  redirect(nextPage(formData.get("next"), page, "on"));
});

export const removeSecondFactor = staffAction("removeSecondFactor", async (actor, formData, { locale }) => {
  if (!(await remove(actor, await headers(), passwordOf(formData, "removePassword")))) return wrongPassword("removePassword", locale);
  redirect("/admin/account?done=secondFactorOff");
});

export const renewRecoveryCodes = staffAction("renewRecoveryCodes", async (actor, formData, { locale }) => {
  const codes = await renew(actor, await headers(), passwordOf(formData, "renewPassword"));
  return codes ? { shown: codes } : wrongPassword("renewPassword", locale);
});
