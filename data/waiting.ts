import { allow } from "./allow";
import { db } from "./db";
import type { Prisma } from "./generated/client";
import { readDocuments } from "./records";
import { documentOf } from "./revisions/open";
import { namesOf } from "./revisions/read";
import type { AnyDocument, RecordEntity } from "@/lib/documents";
import type { Locale } from "@/lib/locales";
import { may, type Actor } from "@/lib/permissions";
import { sensitiveChanges, type Sensitive } from "@/lib/sensitive";
import { titleIn } from "@/lib/titleIn";

/** Proposals on one page of the list. */
export const proposalsPerPage = 50;

const columns = { id: true, entity: true, entityId: true, origin: true, changedFields: true, authorIds: true, createdAt: true, submittedAt: true, document: true } as const satisfies Prisma.RevisionSelect;
type Row = Prisma.RevisionGetPayload<{ select: typeof columns }>;

/** yes: this person can approve it. own: it needs somebody who did not write it. */
export type Decidable = "yes" | "own" | "role" | "secondFactor";
export type Proposal = Omit<Row, "document" | "authorIds"> & {
  title: string;
  isNew: boolean;
  /** Names; nobody where the organization itself proposes. */
  authors: string[];
  /** Why somebody else must approve it; nothing: its author may. */
  sensitive: Sensitive[];
  decidable: Decidable;
};

/** May this person approve a proposal of these authors with these changes? */
export function decidable(actor: Actor, authorIds: string[], sensitive: Sensitive[]): Decidable {
  const answer = may(actor, "revisions.approve");
  return answer === "yes" && sensitive.length > 0 && authorIds.includes(actor.id) ? "own" : answer;
}

/**
 * Proposals that nobody has decided yet, the oldest first.
 * @param filter of one kind only; by others only
 * @param page from 1
 * @param locale of their titles
 * @throws NotAllowed
 */
export async function listProposals(actor: Actor, filter: { entity: RecordEntity | null; byOthers: boolean }, page: number, locale: Locale): Promise<{ proposals: Proposal[]; count: number }> {
  allow(actor, "enter");
  const where: Prisma.RevisionWhereInput = {
    state: "submitted",
    ...(filter.entity ? { entity: filter.entity } : {}),
    ...(filter.byOthers ? { NOT: { authorIds: { has: actor.id } } } : {}),
  };
  const [count, rows] = await Promise.all([
    db.revision.count({ where }),
    db.revision.findMany({ where, orderBy: [{ submittedAt: "asc" }, { id: "asc" }], skip: (page - 1) * proposalsPerPage, take: proposalsPerPage, select: columns }),
  ]);
  return { count, proposals: await proposalsOf(actor, rows, locale) };
}

/** One's own drafts, the newest first. @throws NotAllowed */
export async function listDrafts(actor: Actor, locale: Locale): Promise<Proposal[]> {
  allow(actor, "enter");
  const rows = await db.revision.findMany({ where: { state: "draft", authorIds: { has: actor.id } }, orderBy: { createdAt: "desc" }, take: proposalsPerPage, select: columns });
  return proposalsOf(actor, rows, locale);
}

async function proposalsOf(actor: Actor, rows: Row[], locale: Locale): Promise<Proposal[]> {
  const approved = new Map<string, AnyDocument>();
  for (const entity of new Set(rows.map((row) => row.entity))) {
    const found = await readDocuments(db, entity, rows.flatMap((row) => (row.entity === entity ? [row.entityId] : [])));
    for (const [id, document] of found) approved.set(`${entity}/${id}`, document);
  }
  const names = await namesOf(rows.flatMap(({ authorIds }) => authorIds));
  return rows.map(({ document: json, authorIds, ...row }) => {
    const document = documentOf(row.entity, json);
    const before = approved.get(`${row.entity}/${row.entityId}`) ?? null;
    const sensitive = sensitiveChanges(row.entity, before, document);
    return { ...row, title: titleIn(document, locale), isNew: !before, authors: authorIds.flatMap((id) => names.get(id) ?? []), sensitive, decidable: decidable(actor, authorIds, sensitive) };
  });
}
