import type { useTranslations } from "next-intl";
import type messages from "@/messages/en.json";

export type AuditWords = ReturnType<typeof useTranslations<"Staff.Audit">>;
export type RevisionWords = ReturnType<typeof useTranslations<"Staff.Revisions">>;
type Words = typeof messages.Staff.Audit;

// The log keeps what was written, also kinds that nobody has words for any more.
const isWord = (name: string) => /^\w+$/.test(name) && !(name in {});
const isAction = (t: AuditWords, name: string): name is keyof Words["action"] => isWord(name) && t.has(`action.${name}` as Parameters<AuditWords["has"]>[0]);
const isEntity = (t: AuditWords, name: string): name is keyof Words["entity"] => isWord(name) && t.has(`entity.${name}` as Parameters<AuditWords["has"]>[0]);
const isRecord = (t: RevisionWords, name: string): name is keyof (typeof messages.Staff.Revisions)["entity"] => isWord(name) && t.has(`entity.${name}` as Parameters<RevisionWords["has"]>[0]);

/** "revision.approve" → "approved a change" */
export function actionName(t: AuditWords, action: string): string {
  const name = action.replaceAll(".", "_");
  return isAction(t, name) ? t(`action.${name}`) : action;
}

/** "Organization" → "Listing", "StaffMember" → "Person" */
export function entityName(t: AuditWords, words: RevisionWords, entity: string): string {
  if (isRecord(words, entity)) return words(`entity.${entity}`);
  return isEntity(t, entity) ? t(`entity.${entity}`) : entity;
}
