"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { staffAction } from "../staffAction";
import { faultAnswer } from "./faultAnswer";
import { afterSaving, broken, head } from "./saveText";
import { formPath } from "@/components/revision/recordPaths";
import { hideRecord } from "@/data/revisions/hide";
import { movable, moveRecord } from "@/data/revisions/move";
import { proposeShowing } from "@/data/revisions/restore";

const hidden = head.pick({ id: true, version: true }).extend({ entity: z.enum(["Section", "Provision"]), reason: z.string().trim().max(2000) });
const moved = head.pick({ id: true }).extend({ entity: z.enum(movable), direction: z.enum(["up", "down"]) });

/** Out of residents' sight, at once. */
export const hideText = staffAction("hideText", async (actor, formData, { locale }) => {
  const parsed = hidden.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return broken(locale);
  const { entity, id, reason } = parsed.data;
  if (!reason) return faultAnswer([{ path: "reason", code: "required" }], (path) => path, locale);
  await hideRecord(actor, entity, id, reason);
  redirect(`${formPath(entity, id)}?done=hidden`);
});

/** A proposal: another person has to approve it. */
export const showText = staffAction("showText", async (actor, formData, { locale }) => {
  const parsed = hidden.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return broken(locale);
  const { entity, id, version, reason } = parsed.data;
  const answer = await proposeShowing(actor, entity, id, version, reason);
  return answer.kind === "missing" ? broken(locale) : afterSaving(answer, formPath(entity, id), "publish", (path) => path, locale);
});

/** One place up or down among its neighbours, at once. */
export const moveText = staffAction("moveText", async (actor, formData, { locale }) => {
  const parsed = moved.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return broken(locale);
  const { entity, id, direction } = parsed.data;
  if (await moveRecord(actor, entity, id, direction)) redirect(`${formPath(entity, id)}?done=moved`);
  const t = await getTranslations({ locale, namespace: "Staff.TextForm.move" });
  return { errors: [{ message: t(direction === "up" ? "first" : "last") }] };
});
