"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mailSentence } from "../mailSentence";
import { recordId } from "../recordId";
import { staffAction } from "../staffAction";
import { sendMail, type MailOutcome } from "@/data/mail";
import { changeRole, disableStaff, enableStaff, endSessions, invitation, inviteStaff as invite, newWelcomeLink, resetSecondFactor, type StaffRefusal } from "@/data/staff";
import type { Locale } from "@/lib/locales";
import { roles } from "@/lib/permissions";

const words = (locale: Locale) => getTranslations({ locale, namespace: "Staff.Team" });

/** Mails a one-time link in the person's language, where mail is configured. */
async function mailLink({ email, name, locale, link }: { email: string; name: string; locale: Locale; link: string }): Promise<MailOutcome> {
  const t = await getTranslations({ locale, namespace: "Staff.WelcomeMail" });
  return sendMail({ to: email, subject: t("subject"), text: t("text", { name, link }) });
}

export const inviteStaff = staffAction("inviteStaff", async (actor, formData, { locale }) => {
  const t = await words(locale);
  const parsed = invitation.safeParse(Object.fromEntries(["name", "email", "role", "locale"].map((field) => [field, formData.get(field)])));
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
    return { errors: (["name", "email", "role", "locale"] as const).filter((field) => wrong.has(field)).map((field) => ({ field, message: t(`problem.${field}`) })) };
  }
  const answer = await invite(actor, parsed.data);
  if ("refused" in answer) return { errors: [{ field: "email", message: t(`refused.${answer.refused}`) }] };
  const mailed = await mailLink({ ...parsed.data, link: answer.link });
  return { shown: [answer.link], ...(await mailSentence(mailed, parsed.data.email, locale)) };
});

export const renewWelcomeLink = staffAction("renewWelcomeLink", async (actor, formData, { locale }) => {
  const t = await words(locale);
  const answer = await newWelcomeLink(actor, recordId.parse(formData.get("id")));
  if ("refused" in answer) return { errors: [{ message: t(`refused.${answer.refused}`) }] };
  return { shown: [answer.link], ...(await mailSentence(await mailLink(answer), answer.email, locale)) };
});

const changes = {
  role: (actor, id, formData) => changeRole(actor, id, z.enum(roles).parse(formData.get("role"))),
  disable: disableStaff,
  enable: enableStaff,
  sessions: endSessions,
  secondFactor: resetSecondFactor,
} satisfies Record<string, (actor: Parameters<typeof disableStaff>[0], id: string, formData: FormData) => Promise<StaffRefusal | null>>;
const isChange = (name: unknown): name is keyof typeof changes => typeof name === "string" && Object.hasOwn(changes, name);

export const changeStaff = staffAction("changeStaff", async (actor, formData, { locale }) => {
  const change = z.custom<keyof typeof changes>(isChange).parse(formData.get("change"));
  const id = recordId.parse(formData.get("id"));
  const refused = await changes[change](actor, id, formData);
  if (refused) return { errors: [{ message: (await words(locale))(`refused.${refused}`) }] };
  redirect(`/admin/staff/${encodeURIComponent(id)}?done=${change}`);
});
