"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { recordId } from "../recordId";
import { staffAction } from "../staffAction";
import { approveImport as approveIt, cancelImport as cancelIt, startCheck, submitImport as submitIt, type Step } from "@/data/imports/steps";
import { parseColumns } from "@/lib/importFile";
import type { Locale } from "@/lib/locales";

const idOf = (formData: FormData) => recordId.catch("").parse(formData.get("id"));

async function answer(step: Step, id: string, locale: Locale) {
  if (step === "done") redirect(`/admin/imports/${id}`);
  const t = await getTranslations({ locale, namespace: "Staff.Imports" });
  return { errors: [{ message: t(`step.${step}`) }] };
}

/** Reads the file (again), by the columns that the form names. */
export const checkImport = staffAction("checkImport", async (actor, formData, { locale }) => {
  const id = idOf(formData);
  const count = z.coerce.number().int().min(0).max(500).catch(0).parse(formData.get("columns"));
  const named = Array.from({ length: count }, (_, place) => z.string().catch("").parse(formData.get(`column.${place}`)));
  return answer(await startCheck(actor, id, count > 0 ? parseColumns(named) : null), id, locale);
});

export const submitImport = staffAction("submitImport", async (actor, formData, { locale }) => {
  const id = idOf(formData);
  return answer(await submitIt(actor, id), id, locale);
});

export const approveImport = staffAction("approveImport", async (actor, formData, { locale }) => {
  const id = idOf(formData);
  return answer(await approveIt(actor, id, z.string().max(40).catch("").parse(formData.get("submittedAt"))), id, locale);
});

export const cancelImport = staffAction("cancelImport", async (actor, formData, { locale }) => {
  const id = idOf(formData);
  return answer(await cancelIt(actor, id), id, locale);
});
