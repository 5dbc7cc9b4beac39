import { db } from "./db";
import { namesOf } from "./revisions/read";
import { translationsOf } from "./translations";
import type { Locale } from "@/lib/locales";
import { plainText } from "@/lib/plainText";

type Thing = { entity: string | null; entityId: string | null };
const texts = ["Chapter", "Section", "Directive", "Provision"] as const;

/** How `titlesOf` names a thing. */
export const titleKey = ({ entity, entityId }: Thing) => `${entity}/${entityId}`;

/**
 * What people call the things that the log is about, in one language; one query a kind.
 * @returns by `titleKey`. What is gone is missing, and what was only proposed so far.
 */
export async function titlesOf(things: Thing[], locale: Locale): Promise<Map<string, string>> {
  const idsOf = (kind: string) => [...new Set(things.flatMap(({ entity, entityId }) => (entity === kind && entityId ? entityId : [])))];
  const named = (kind: string, rows: Iterable<readonly [string, string]>) => [...rows].map(([entityId, title]) => [titleKey({ entity: kind, entityId }), title] as const);
  const [listings, people, imports, sources, ...translated] = await Promise.all([
    db.organization.findMany({ where: { id: { in: idsOf("Organization") } }, select: { id: true, name: true } }),
    namesOf(idsOf("StaffMember")),
    db.import.findMany({ where: { id: { in: idsOf("Import") } }, select: { id: true, fileName: true } }),
    db.source.findMany({ where: { key: { in: idsOf("Source") } }, select: { key: true, name: true } }),
    ...texts.map((kind) => translationsOf(kind, idsOf(kind), locale)),
  ]);
  return new Map([
    ...named("Organization", listings.map(({ id, name }) => [id, name])),
    ...named("StaffMember", people),
    ...named("Import", imports.map(({ id, fileName }) => [id, fileName])),
    ...named("Source", sources.map(({ key, name }) => [key, name])),
    // What an act orders has no title (lib/titleIn.ts).
    ...texts.flatMap((kind, index) => named(kind, [...translated[index]!].map(([id, { text }]) => [id, "title" in text ? text.title : `${text.actor}: ${plainText(text.duty, 80)}`]))),
  ]);
}
