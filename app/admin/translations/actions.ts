"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { staffAction } from "../staffAction";
import { afterSaving } from "../afterSaving";
import { brokenAnswer, type Answer } from "../answers";
import { formHead } from "../formHead";
import { recordId } from "../recordId";
import { reviewPath, translationPath } from "../texts/textPath";
import { translated, fieldOfTranslation } from "./translated";
import { markReviewed, reviewable, withdrawReview, type ReviewKind } from "@/data/reviews";
import { getEditing } from "@/data/revisions/read";
import { saveRevision } from "@/data/revisions/save";
import { staleTexts } from "@/data/translationQueue";
import { isRecordEntity } from "@/lib/documents";
import { englishHash } from "@/lib/documentTexts";
import { typedValues } from "@/lib/formResult";
import { intentOf } from "@/lib/formRows";
import { locales, sourceLocale, type Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";

const translation = formHead.extend({ entity: z.string().refine(isRecordEntity), into: z.enum(locales).exclude([sourceLocale]) });

/** The texts of one record in one language. The form has no English field, and none that is sent is read. */
export const saveTranslation = staffAction("saveTranslation", async (actor, formData, { locale }) => {
  const values = typedValues(formData);
  if (intentOf(values) === "preview") return { errors: [] };
  const parsed = translation.safeParse(Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value])));
  if (!parsed.success) return brokenAnswer(locale);
  const { entity, id, into, version, intent, comment } = parsed.data;
  const editing = await getEditing(entity, id);
  const document = editing?.open?.document ?? editing?.approved;
  if (!editing || !document) return brokenAnswer(locale);
  // A draft is not finished: only what is sent says that it fits the English.
  const moved = intent !== "draft" && (!editing.approved || englishHash(entity, document) !== englishHash(entity, editing.approved) || (await staleTexts(entity, id, into)).length > 0);
  const answer = await saveRevision(actor, {
    entity,
    entityId: id,
    base: version,
    document: { ...translated(entity, document, values, into), ...(moved ? { confirmed: { ...document.confirmed, [into]: englishHash(entity, document) } } : {}) },
    intent,
    ...(comment ? { comment } : {}),
    ...(editing.open?.sourceKey ? { sourceKey: editing.open.sourceKey } : {}),
  });
  return afterSaving(answer, translationPath(entity, id), intent, (path) => fieldOfTranslation(entity, document, values, path), locale);
});

const review = z.object({ entity: z.enum(reviewable), id: recordId, language: z.enum(locales), textHash: z.string().max(64), intent: z.enum(["mark", "withdraw"]) });

export const reviewAsCounsel = staffAction("reviewAsCounsel", async (actor, formData, { locale }) => reviewText("counsel", actor, formData, locale));
export const reviewAsReader = staffAction("reviewAsReader", async (actor, formData, { locale }) => reviewText("reader", actor, formData, locale));

/** "I have read this text: it is right", or that mark taken back. */
async function reviewText(kind: ReviewKind, actor: Actor, formData: FormData, locale: Locale): Promise<Answer> {
  const parsed = review.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return brokenAnswer(locale);
  const { entity, id: entityId, language, textHash, intent } = parsed.data;
  const field = `reviewedOn.${language}`;
  const t = await getTranslations({ locale, namespace: "Staff.Translations.review" });
  const path = reviewPath(entity, entityId);
  if (intent === "withdraw") {
    await withdrawReview(actor, { entity, entityId, locale: language, kind });
    redirect(`${path}?done=withdrawn`);
  }
  const day = z.iso.date().safeParse(formData.get(field));
  const answer = day.success ? await markReviewed(actor, { entity, entityId, locale: language, kind, textHash, reviewedOn: day.data }) : "date";
  if (answer === "marked") redirect(`${path}?done=marked`);
  // The page reads again what stands now.
  refresh();
  return { errors: [answer === "date" ? { field, message: t("problem.date") } : { message: t(`problem.${answer}`) }] };
}
