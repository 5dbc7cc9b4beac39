import { db } from "./db";
import { slugsOf } from "./translations";
import type { GuideKey } from "./guides";
import type { Locale } from "@/lib/locales";

type Slugs = Partial<Record<Locale, string>>;

/** The slugs of every record that has a page of its own, by language; listings have one slug for all languages; `providers` of them stand in the list. */
export async function listSlugs(): Promise<{ chapters: Slugs[]; directives: Slugs[]; listings: string[]; providers: number }> {
  const [chapters, directives, organizations] = await Promise.all([
    db.chapter.findMany({ where: { guideKey: "know-your-rights" satisfies GuideKey }, orderBy: { position: "asc" }, select: { id: true } }),
    db.directive.findMany({ orderBy: { position: "asc" }, select: { id: true } }),
    db.organization.findMany({ where: { hidden: false }, orderBy: [{ kind: "asc" }, { position: "asc" }], select: { slug: true, kind: true } }),
  ]);
  const inOrder = async (entity: "Chapter" | "Directive", records: { id: string }[]) => {
    const ids = records.map(({ id }) => id);
    const slugs = await slugsOf(entity, ids);
    return ids.flatMap((id) => slugs.get(id) ?? []);
  };
  return {
    chapters: await inOrder("Chapter", chapters),
    directives: await inOrder("Directive", directives),
    listings: organizations.map(({ slug }) => slug),
    providers: organizations.filter(({ kind }) => kind === "provider").length,
  };
}
