"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mailSentence } from "../mailSentence";
import { nextPage } from "../nextPage";
import { recordId } from "../recordId";
import { staffAction } from "../staffAction";
import { mailLink } from "./mailLink";
import { todayInCity } from "@/data/city";
import { createConfirmationLink } from "@/data/confirmationLinks";
import { takeBackVerification as takeBack, verifyListing as verify } from "@/data/verification";
import { pathTo } from "@/i18n/navigation";
import { siteOrigin } from "@/app/siteOrigin";
import type { Locale } from "@/lib/locales";
import { verificationMethods, verifiedFacts } from "@/lib/verification";

const words = (locale: Locale) => getTranslations({ locale, namespace: "Staff.Verification" });

const verifying = z.object({
  facts: z.array(z.enum([...verifiedFacts, "all"])).min(1),
  method: z.enum(verificationMethods),
  verifiedOn: z.iso.date(),
});
const fields = ["facts", "method", "verifiedOn"] as const;

export const verifyListing = staffAction("verifyListing", async (actor, formData, { locale }) => {
  const t = await words(locale);
  const parsed = verifying.safeParse({ facts: formData.getAll("facts"), method: formData.get("method"), verifiedOn: formData.get("verifiedOn") ?? (await todayInCity()) });
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
    return { errors: fields.filter((field) => wrong.has(field)).map((field) => ({ field, message: t(`problem.${field === "verifiedOn" ? "date" : field}`) })) };
  }
  const { facts: chosen, method, verifiedOn } = parsed.data;
  const facts = verifiedFacts.filter((kind) => chosen.includes("all") || chosen.includes(kind));
  const seen = z.object({ phones: z.string(), rest: z.string() }).parse({ phones: formData.get("phones"), rest: formData.get("rest") });
  const id = recordId.parse(formData.get("id"));
  const answer = await verify(actor, id, { facts, method, verifiedOn, seen });
  if (answer !== "verified") return { errors: [{ ...(answer === "date" ? { field: "verifiedOn" } : {}), message: t(`problem.${answer}`) }] };
  redirect(`${nextPage(formData.get("next"), "/admin/verification", "verified")}&confirmed=${id}`);
});

/** "I called, it is right" was a mistake. */
export const takeBackVerification = staffAction("takeBackVerification", async (actor, formData) => {
  const id = await takeBack(actor, recordId.parse(formData.get("verification")));
  // The form that was sent is there no longer, so it could not show the answer.
  if (!id) redirect(nextPage(formData.get("next"), "/admin/verification", "notTakenBack"));
  redirect(`${nextPage(formData.get("next"), "/admin/verification", "takenBack")}&confirmed=${id}`);
});

const recipient = z.string().trim().max(254).pipe(z.union([z.literal(""), z.email()]));

/** The link is mailed where that is possible, and else shown this once. */
export const mailConfirmationLink = staffAction("mailConfirmationLink", async (actor, formData, { locale }) => {
  const t = await words(locale);
  const sendTo = recipient.safeParse(formData.get("email"));
  if (!sendTo.success) return { errors: [{ field: "email", message: t("problem.email") }] };
  const organizationId = recordId.parse(formData.get("id"));
  const token = await createConfirmationLink(actor, organizationId, sendTo.data ? { sendTo: sendTo.data } : {});
  if (!token) return { errors: [{ message: t("problem.gone") }] };
  const mailed = sendTo.data ? await mailLink({ to: sendTo.data, organizationId, token }) : "noServer";
  if (mailed === "sent") redirect(`/admin/verification/${encodeURIComponent(organizationId)}?done=mailed`);
  const link = siteOrigin() + pathTo({ pathname: "/confirm/[token]", params: { token } }, locale);
  return { shown: [link], ...(await mailSentence(mailed, sendTo.data, locale)) };
});
