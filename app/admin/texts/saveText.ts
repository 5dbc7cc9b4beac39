import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { recordId } from "../recordId";
import { statedSource } from "./statedSource";
import { faultAnswer } from "./faultAnswer";
import { formPath } from "@/components/revision/recordPaths";
import { newRecordParts } from "@/data/staffTexts";
import { getEditing } from "@/data/revisions/read";
import { saveRevision, type Saved } from "@/data/revisions/save";
import type { Conflict, Refused } from "@/data/revisions/stop";
import type { RecordEntity } from "@/lib/documents";
import { typedValues, type FormError } from "@/lib/formResult";
import { intentOf, isRowIntent } from "@/lib/formRows";
import type { Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";
import { fieldOfRecordFault, recordFromForm, type TextRecord } from "@/lib/recordForm";

export type Answer = { errors: FormError[] };

/** What every form of a record says besides the record. */
export const head = z.object({
  id: recordId,
  version: z.string().regex(/^\d{1,9}$/).transform(Number),
  intent: z.enum(["draft", "publish"]),
  comment: z.string().trim().max(2000),
});

/** Saves the form of a chapter, section, act, provision or of the city, and leads back to it. Buttons for rows and the preview save nothing. */
export async function saveText(entity: TextRecord, actor: Actor, formData: FormData, locale: Locale): Promise<Answer> {
  const values = typedValues(formData);
  const intent = intentOf(values);
  if (isRowIntent(intent) || intent === "preview") return { errors: [] };
  const parsed = head.safeParse({ id: values.id?.[0], version: values.version?.[0], intent, comment: values.comment?.[0] ?? "" });
  if (!parsed.success) return broken(locale);
  const { id, version, comment } = parsed.data;
  const editing = await getEditing(entity, id);
  const fixed = editing ? (editing.open?.document ?? editing.approved) : await newRecordParts(entity, values);
  if (!fixed) return broken(locale);
  const source = await statedSource(actor, values, formData);
  const fieldOf = (path: string) => fieldOfRecordFault(entity, values, path);
  if ("faults" in source) return faultAnswer(source.faults, fieldOf, locale);
  const sourceKey = source.key ?? editing?.open?.sourceKey;
  const answer = await saveRevision(actor, {
    entity,
    entityId: id,
    base: version,
    document: recordFromForm(entity, sourceKey ? { ...values, sources: [...new Set([...(values.sources ?? []), sourceKey])] } : values, fixed),
    intent: parsed.data.intent,
    ...(comment ? { comment } : {}),
    ...(sourceKey ? { sourceKey } : {}),
  });
  return afterSaving(answer, formPath(entity, id), parsed.data.intent, fieldOf, locale);
}

/** Leads on after a save, or says what stood in its way. */
export async function afterSaving(answer: Saved | Conflict<RecordEntity> | Refused, path: string, intent: "draft" | "publish", fieldOf: (path: string) => string, locale: Locale): Promise<Answer> {
  const t = await getTranslations({ locale, namespace: "Staff.TextForm" });
  switch (answer.kind) {
    case "saved":
      redirect(`${path}?done=${answer.published ? "published" : intent === "draft" ? "draft" : "submitted"}&saved=${answer.version}`);
    case "same":
      return { errors: [{ message: t("unchanged") }] };
    case "refused":
      return faultAnswer(answer.faults, fieldOf, locale);
    case "conflict":
      // The page reads again what stands now, and shows both.
      refresh();
      return { errors: [{ message: t("conflict.happened") }] };
  }
}

/** For a form whose hidden fields are not ours, or a record that is gone. */
export async function broken(locale: Locale): Promise<Answer> {
  const t = await getTranslations({ locale, namespace: "Staff.TextForm" });
  return { errors: [{ message: t("broken") }] };
}
