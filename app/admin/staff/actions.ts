"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mailSentence } from "../mailSentence";
import { recordId } from "../recordId";
import { staffAction } from "../staffAction";
import { sendMail, type MailOutcome } from "@/data/mail";
import { addressee, changeRole, correctInvitation as correct, disableStaff, enableStaff, endSessions, invitation, inviteStaff as invite, newWelcomeLink, resetSecondFactor, type StaffRefusal } from "@/data/staff";
import type { Locale } from "@/lib/locales";
import { roles } from "@/lib/permissions";

const words = (locale: Locale) => getTranslations({ locale, namespace: "Staff.Team" });

type Welcome = { email: string; name: string; locale: Locale; link: string };

/** Mails a one-time link in the person's language, where mail is configured. */
async function mailLink({ email, name, locale, link }: Welcome): Promise<MailOutcome> {
  const t = await getTranslations({ locale, namespace: "Staff.WelcomeMail" });
  return sendMail({ to: email, subject: t("subject"), text: t("text", { name, link }) });
}

/** The link as the administrator sees it this once, with whose it is and whether it was mailed. */
async function shownLink(welcome: Welcome, locale: Locale) {
  const { told } = await mailSentence(await mailLink(welcome), welcome.email, locale);
  return { shown: [welcome.link], told: [...(told ? [told] : []), (await words(locale))("linkFor", { name: welcome.name })].join(" ") };
}

const fields = ["name", "email", "role", "locale"] as const;

async function fieldProblems({ issues }: z.ZodError, locale: Locale) {
  const [t, wrong] = [await words(locale), new Set(issues.map(({ path }) => path[0]))];
  return { errors: fields.filter((field) => wrong.has(field)).map((field) => ({ field, message: t(`problem.${field}`) })) };
}

export const inviteStaff = staffAction("inviteStaff", async (actor, formData, { locale }) => {
  const t = await words(locale);
  const parsed = invitation.safeParse(Object.fromEntries(fields.map((field) => [field, formData.get(field)])));
  if (!parsed.success) return fieldProblems(parsed.error, locale);
  const answer = await invite(actor, parsed.data);
  if ("refused" in answer) return { errors: [{ field: "email", message: t(`refused.${answer.refused}`) }] };
  // The table above has one more row.
  refresh();
  return shownLink({ ...parsed.data, link: answer.link }, locale);
});

export const renewWelcomeLink = staffAction("renewWelcomeLink", async (actor, formData, { locale }) => {
  const t = await words(locale);
  const answer = await newWelcomeLink(actor, recordId.parse(formData.get("id")));
  if ("refused" in answer) return { errors: [{ message: t(`refused.${answer.refused}`) }] };
  return shownLink(answer, locale);
});

export const correctInvitation = staffAction("correctInvitation", async (actor, formData, { locale }) => {
  const id = recordId.parse(formData.get("id"));
  const parsed = addressee.safeParse({ name: formData.get("name"), email: formData.get("email") });
  if (!parsed.success) return fieldProblems(parsed.error, locale);
  const refused = await correct(actor, id, parsed.data);
  if (refused) return { errors: [{ ...(refused === "emailTaken" ? { field: "email" } : {}), message: (await words(locale))(`refused.${refused}`) }] };
  redirect(`/admin/staff/${encodeURIComponent(id)}?done=correct`);
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
