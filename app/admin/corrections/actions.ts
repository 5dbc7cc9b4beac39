"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { recordId } from "../recordId";
import { staffAction } from "../staffAction";
import { handleCorrections as handle } from "@/data/corrections";
import { hideRecord } from "@/data/revisions/hide";
import { correctionOutcomes } from "@/lib/corrections";
import type { Locale } from "@/lib/locales";

const page = "/admin/corrections";
const words = (locale: Locale) => getTranslations({ locale, namespace: "Staff.Corrections" });
const handling = z.object({ ids: z.array(recordId).min(1).max(500), outcome: z.enum(correctionOutcomes) });

export const handleCorrections = staffAction("handleCorrections", async (actor, formData, { locale }) => {
  const parsed = handling.safeParse({ ids: formData.getAll("report"), outcome: formData.get("outcome") });
  if (!parsed.success) {
    const t = await words(locale);
    return { errors: [{ message: t(parsed.error.issues.some(({ path }) => path[0] === "ids") ? "problem.choose" : "problem.outcome") }] };
  }
  const handled = await handle(actor, parsed.data.ids, parsed.data.outcome);
  redirect(`${page}?done=${handled > 0 ? "handled" : "taken"}`);
});

export const hideReported = staffAction("hideReported", async (actor, formData, { locale }) => {
  const t = await words(locale);
  const hidden = await hideRecord(actor, "Organization", recordId.parse(formData.get("id")), t("hideReason"));
  redirect(`${page}?done=${hidden ? "hidden" : "hiddenBefore"}`);
});
