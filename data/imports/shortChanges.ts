import { db } from "../db";
import { readDocuments } from "../records";
import { preparedRow } from "./rows";
import { changesBetween, type Change } from "@/lib/changes";

/** Fields whose values are short enough to stand in a list. */
const short = new Set(["name", "alternateName", "website", "email", "phones", "schedules"]);

/**
 * What some rows of an import change in short fields, from what stands there now to what the row makes of it.
 * @param lines of one page: every listing is read whole
 * @returns changes by line; nothing for rows that change no such field
 */
export async function readShortChanges(importId: string, lines: number[]): Promise<Map<number, Change[]>> {
  const rows = await db.importRow.findMany({ where: { importId, line: { in: lines }, verdict: "changed" }, select: { line: true, organizationId: true, document: true } });
  const before = await readDocuments(db, "Organization", rows.flatMap(({ organizationId }) => organizationId ?? []));
  return new Map(
    rows.flatMap(({ line, organizationId, document }) => {
      const now = organizationId ? before.get(organizationId) : undefined;
      const changes = now && document ? changesBetween(now, preparedRow.parse(document).listing).filter(({ path }) => short.has(path)) : [];
      return changes.length > 0 ? [[line, changes] as const] : [];
    }),
  );
}
