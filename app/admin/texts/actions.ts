"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { brokenAnswer } from "../answers";
import { formHead } from "../formHead";
import { staffAction } from "../staffAction";
import { formPath } from "@/components/revision/recordPaths";
import { movable, moveRecord } from "@/data/revisions/move";

const moved = formHead.pick({ id: true }).extend({ entity: z.enum(movable), direction: z.enum(["up", "down"]) });

/** One place up or down among its neighbours, at once. */
export const moveText = staffAction("moveText", async (actor, formData, { locale }) => {
  const parsed = moved.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return brokenAnswer(locale);
  const { entity, id, direction } = parsed.data;
  if (await moveRecord(actor, entity, id, direction)) redirect(`${formPath(entity, id)}?done=moved`);
  const t = await getTranslations({ locale, namespace: "Staff.TextForm.move" });
  return { errors: [{ message: t(direction === "up" ? "first" : "last") }] };
});
