import type { useTranslations } from "next-intl";
import { z } from "zod";
import type { AuditLine } from "@/data/auditLog";
import type messages from "@/messages/en.json";

export type AuditWords = ReturnType<typeof useTranslations<"Staff.Audit">>;
export type RevisionWords = ReturnType<typeof useTranslations<"Staff.Revisions">>;
type Words = typeof messages.Staff.Audit;

// The log keeps what was written, also kinds that nobody has words for any more.
const isWord = (name: string) => /^\w+$/.test(name) && !(name in {});
const isAction = (t: AuditWords, name: string): name is keyof Words["action"] => isWord(name) && t.has(`action.${name}` as Parameters<AuditWords["has"]>[0]);
const isEntity = (t: AuditWords, name: string): name is keyof Words["entity"] => isWord(name) && t.has(`entity.${name}` as Parameters<AuditWords["has"]>[0]);
const isRecord = (t: RevisionWords, name: string): name is keyof (typeof messages.Staff.Revisions)["entity"] => isWord(name) && t.has(`entity.${name}` as Parameters<RevisionWords["has"]>[0]);

const byOrganization = z.union([z.object({ method: z.literal("organization") }), z.object({ origin: z.literal("organization") })]);

/** Who did it: staff by name; an organization by its link; whoever could not sign in is not known; the rest the guide did by itself. */
export function actorName(t: AuditWords, { name, actorId, action, detail }: AuditLine): string {
  if (name !== null) return name;
  if (actorId || action === "signIn.failed") return t("somebody");
  return t(byOrganization.safeParse(detail).success ? "organization" : "itself");
}

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
