import { allow } from "./allow";
import { db } from "./db";
import type { Prisma } from "./generated/client";
import { titleKey, titlesOf } from "./recordTitles";
import { namesOf } from "./revisions/read";
import { checkChain, emptyChain, type ChainFault } from "@/lib/auditChain";
import type { Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";

const perPage = 50;
/** How much of the chain is looked at each time the page opens; `npm run audit:verify` looks at all of it. */
const checkedRows = 1_000;

export type AuditFilter = { actorId?: string; action?: string; entity?: string; entityId?: string; from?: Date; to?: Date };
const columns = { sequence: true, at: true, actorId: true, action: true, entity: true, entityId: true, detail: true } as const satisfies Prisma.AuditEntrySelect;
export type AuditLine = Prisma.AuditEntryGetPayload<{ select: typeof columns }> & {
  /** Of who did it. */
  name: string | null;
  /** Of what it was done to; null: gone, or without a name. */
  title: string | null;
};

/**
 * What staff did, the newest first.
 * @param before only entries with a smaller number
 * @returns one page of it, and the number to ask for next; null: that was all
 * @throws NotAllowed
 */
export async function listAudit(actor: Actor, { from, to, ...same }: AuditFilter, before: number | null, locale: Locale): Promise<{ lines: AuditLine[]; next: number | null }> {
  allow(actor, "audit.read");
  const at = { ...(from ? { gte: from } : {}), ...(to ? { lte: to } : {}) };
  const rows = await db.auditEntry.findMany({ where: { ...same, at, ...(before === null ? {} : { sequence: { lt: before } }) }, orderBy: { sequence: "desc" }, take: perPage + 1, select: columns });
  const lines = rows.slice(0, perPage);
  const [names, titles] = [await namesOf(lines.map(({ actorId }) => actorId)), await titlesOf(lines, locale)];
  return { lines: lines.map((row) => ({ ...row, name: row.actorId && (names.get(row.actorId) ?? null), title: titles.get(titleKey(row)) ?? null })), next: rows.length > perPage ? lines.at(-1)!.sequence : null };
}

/** What the log can be filtered by. @throws NotAllowed */
export async function auditChoices(actor: Actor): Promise<{ actors: { id: string; name: string }[]; actions: string[]; entities: string[] }> {
  allow(actor, "audit.read");
  const [actors, actions, entities] = await Promise.all([
    db.staffMember.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } }),
    // Grouped, because Prisma would read the whole log to find what is distinct in it.
    db.auditEntry.groupBy({ by: ["action"], orderBy: { action: "asc" } }),
    db.auditEntry.groupBy({ by: ["entity"], where: { entity: { not: null } }, orderBy: { entity: "asc" } }),
  ]);
  return { actors, actions: actions.map(({ action }) => action), entities: entities.flatMap(({ entity }) => entity ?? []) };
}

/**
 * Whether the newest rows of the log are as they were written (lib/auditChain.ts).
 * @returns how many were looked at, and the first fault
 * @throws NotAllowed
 */
export async function checkNewest(actor: Actor): Promise<{ count: number; fault: ChainFault | null }> {
  allow(actor, "audit.read");
  const newest = await db.auditEntry.findMany({ orderBy: { sequence: "desc" }, take: checkedRows + 1, select: { ...columns, previousHash: true, hash: true } });
  const rows = newest.toReversed();
  // The row before those that are looked at says where they begin; at the beginning of the log there is none.
  const before = rows.length > checkedRows ? rows.shift()! : emptyChain;
  const end = checkChain(rows, { sequence: before.sequence, hash: before.hash });
  return { count: rows.length, fault: "fault" in end ? end : null };
}
