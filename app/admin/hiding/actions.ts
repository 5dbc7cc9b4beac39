"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { afterSaving } from "../afterSaving";
import { brokenAnswer, faultAnswer } from "../answers";
import { formHead } from "../formHead";
import { staffAction } from "../staffAction";
import { formPath } from "@/components/revision/recordPaths";
import { hideable, hideRecord as hideIt } from "@/data/revisions/hide";
import { proposeShowing } from "@/data/revisions/restore";

const hiding = formHead.pick({ id: true }).extend({ entity: z.enum(hideable), reason: formHead.shape.comment });
const showing = hiding.extend({ version: formHead.shape.version });

/** Out of residents' sight, at once. */
export const hideRecord = staffAction("hideRecord", async (actor, formData, { locale }) => {
  const parsed = hiding.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return brokenAnswer(locale);
  const { entity, id, reason } = parsed.data;
  if (!reason) return faultAnswer([{ path: "reason", code: "required" }], (path) => path, locale);
  await hideIt(actor, entity, id, reason);
  redirect(`${formPath(entity, id)}?done=hidden`);
});

/** A proposal: another person has to approve it. */
export const showRecord = staffAction("showRecord", async (actor, formData, { locale }) => {
  const parsed = showing.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return brokenAnswer(locale);
  const { entity, id, version, reason } = parsed.data;
  const answer = await proposeShowing(actor, entity, id, version, reason);
  return answer.kind === "missing" ? brokenAnswer(locale) : afterSaving(answer, formPath(entity, id), "submit", (path) => path, locale);
});
