import { formPath } from "@/components/revision/recordPaths";
import type { RecordEntity } from "@/lib/documents";
import { has, type Role } from "@/lib/permissions";

/** Where a translator works on a record. */
export function translationPath(entity: RecordEntity, id: string): string {
  return `/admin/translations/${entity}/${encodeURIComponent(id)}`;
}

/** Where the approved texts of a record are read and marked. */
export function reviewPath(entity: RecordEntity, id: string): string {
  return `/admin/translations/review/${entity}/${encodeURIComponent(id)}`;
}

/** Where this person can do something with a text: edit it, translate it or read it. Null: nobody has approved it yet. */
export function textPath(role: Role, entity: RecordEntity, id: string, isNew: boolean): string | null {
  if (has(role, "texts.propose")) return formPath(entity, id);
  if (has(role, "translations.propose")) return translationPath(entity, id);
  return isNew ? null : reviewPath(entity, id);
}
