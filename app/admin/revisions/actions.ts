"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { lookedAt } from "../lookedAt";
import { staffAction } from "../staffAction";
import { approveRevision as approveIt, rejectRevision as rejectIt, withdrawRevision as withdrawIt, type Decided, type Undecided } from "@/data/revisions/decide";
import type { Locale } from "@/lib/locales";

async function refuse({ kind }: Undecided, id: string, locale: Locale) {
  // The form that was sent is there no longer, so it could not show the answer.
  if (kind === "gone") redirect(id ? `/admin/revisions/${id}?problem=gone` : "/admin/revisions");
  const t = await getTranslations({ locale, namespace: "Staff.Revisions" });
  return { errors: [{ ...(kind === "reason" ? { field: "reason" } : {}), message: t(`problem.${kind}`) }] };
}
const isDecided = (answer: Decided | Undecided): answer is Decided => answer.kind === "decided";

export const approveRevision = staffAction("approveRevision", async (actor, formData, { locale }) => {
  const { id, version } = lookedAt(formData);
  const answer = await approveIt(actor, id, version);
  if (!isDecided(answer)) return refuse(answer, id, locale);
  redirect("/admin/revisions?done=approved");
});

export const rejectRevision = staffAction("rejectRevision", async (actor, formData, { locale }) => {
  const { id, version } = lookedAt(formData);
  const answer = await rejectIt(actor, id, version, z.string().max(2000).catch("").parse(formData.get("reason")));
  if (!isDecided(answer)) return refuse(answer, id, locale);
  redirect("/admin/revisions?done=rejected");
});

export const withdrawRevision = staffAction("withdrawRevision", async (actor, formData, { locale }) => {
  const { id, version } = lookedAt(formData);
  const answer = await withdrawIt(actor, id, version);
  if (!isDecided(answer)) return refuse(answer, id, locale);
  redirect("/admin/revisions?done=withdrawn");
});
