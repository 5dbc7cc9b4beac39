import { afterSaving } from "../afterSaving";
import { brokenAnswer, faultAnswer, type Answer } from "../answers";
import { headOf } from "../formHead";
import { statedSource } from "../statedSource";
import { formPath } from "@/components/revision/recordPaths";
import { newRecordParts } from "@/data/staffTexts";
import { getEditing } from "@/data/revisions/read";
import { saveRevision } from "@/data/revisions/save";
import { typedValues } from "@/lib/formResult";
import { intentOf, isRowIntent } from "@/lib/formRows";
import type { Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";
import { fieldOfRecordFault, recordFromForm, type TextRecord } from "@/lib/recordForm";

/** Saves the form of a chapter, section, act, provision or of the city, and leads back to it. Buttons for rows and the preview save nothing. */
export async function saveText(entity: TextRecord, actor: Actor, formData: FormData, locale: Locale): Promise<Answer> {
  const values = typedValues(formData);
  if (isRowIntent(intentOf(values)) || intentOf(values) === "preview") return { errors: [] };
  const parsed = headOf(values);
  if (!parsed.success) return brokenAnswer(locale);
  const { id, version, intent, comment } = parsed.data;
  const editing = await getEditing(entity, id);
  const fixed = editing ? (editing.open?.document ?? editing.approved) : await newRecordParts(entity, values);
  if (!fixed) return brokenAnswer(locale);
  const stated = await statedSource(values);
  const fieldOf = (path: string) => fieldOfRecordFault(entity, values, path);
  if ("faults" in stated) return faultAnswer(stated.faults, fieldOf, locale);
  const answer = await saveRevision(actor, {
    entity,
    entityId: id,
    base: version,
    document: recordFromForm(entity, values, fixed),
    intent,
    ...(comment ? { comment } : {}),
    ...(editing?.open?.sourceKey ? { sourceKey: editing.open.sourceKey } : {}),
    ...stated,
  });
  return afterSaving(answer, formPath(entity, id), intent, fieldOf, locale);
}
