import type { Transaction } from "../db";
import type { AnyDocument, DocumentOf, RecordEntity } from "@/lib/documents";
import type { Fault } from "@/lib/faults";
import { locales, sourceLocale } from "@/lib/locales";
import { texts } from "@/lib/texts";

/** The addresses and keys of a new record that another one has already: "slug.es". */
export async function takenFields<E extends RecordEntity>(transaction: Transaction, entity: E, id: string, document: DocumentOf<E>): Promise<string[]> {
  const any = document as AnyDocument;
  const others = { id: { not: id } };
  const found = async (path: string, query: Promise<object | null>) => ((await query) ? [path] : []);
  const select = { id: true } as const;
  if ("chapterId" in any) return found("key", transaction.section.findFirst({ where: { ...others, chapterId: any.chapterId, key: any.key }, select }));
  if ("directiveId" in any) return found("key", transaction.provision.findFirst({ where: { ...others, directiveId: any.directiveId, key: any.key }, select }));
  if ("services" in any) return found("slug", transaction.organization.findFirst({ where: { ...others, slug: any.slug }, select }));
  if (!("slug" in any)) return [];
  const kind = "guideKey" in any ? "Chapter" : "Directive";
  const taken = kind === "Chapter" ? await found("key", transaction.chapter.findFirst({ where: { ...others, key: any.key }, select })) : await found("key", transaction.directive.findFirst({ where: { ...others, key: any.key }, select }));
  for (const locale of locales) taken.push(...(await found(`slug.${locale}`, transaction.translation.findFirst({ where: { entity: kind, entityId: { not: id }, locale, slug: any.slug[locale] }, select }))));
  return taken;
}

/** What a document names and nobody knows: sources, the chapter or act that it belongs to, the act that made it law. */
export async function unknownReferences<E extends RecordEntity>(transaction: Transaction, id: string, document: DocumentOf<E>): Promise<Fault[]> {
  const any = document as AnyDocument;
  const unknown: string[] = [];
  const keys = "sources" in any ? [...new Set(Object.values(any.sources).flat())] : [];
  if ((await transaction.source.count({ where: { key: { in: keys } } })) < keys.length) unknown.push("sources");
  if ("guideKey" in any && (await transaction.guide.count({ where: { key: any.guideKey } })) === 0) unknown.push("guideKey");
  if ("chapterId" in any && (await transaction.chapter.count({ where: { id: any.chapterId } })) === 0) unknown.push("chapterId");
  if ("directiveId" in any && (await transaction.directive.count({ where: { id: any.directiveId } })) === 0) unknown.push("directiveId");
  if ("madeLawBy" in any && any.madeLawBy && (await transaction.directive.count({ where: { key: any.madeLawBy } })) === 0) unknown.push("madeLawBy");
  return [...unknown.map((path): Fault => ({ path, code: "choice" })), ...(await brokenGroups(transaction, id, any))];
}

/** A provision stands under a heading of its act, so each heading in use has to stay. */
async function brokenGroups(transaction: Transaction, id: string, document: AnyDocument): Promise<Fault[]> {
  if ("directiveId" in document) {
    const act = await transaction.translation.findFirst({ where: { entity: "Directive", entityId: document.directiveId, locale: sourceLocale }, select: { text: true } });
    const headings = texts.Directive.shape.groups.parse(act?.text instanceof Object && "groups" in act.text ? act.text.groups : {});
    return document.group && !Object.hasOwn(headings, document.group) ? [{ path: "group", code: "choice" }] : [];
  }
  if (!("madeLawBy" in document) && !("issuedOn" in document)) return [];
  const used = await transaction.provision.findMany({ where: { directiveId: id, group: { not: null } }, distinct: ["group"], select: { group: true } });
  return used.flatMap(({ group }) => (group && !Object.hasOwn(document.text[sourceLocale].groups, group) ? [{ path: `text.${sourceLocale}.groups.${group}`, code: "required" as const }] : []));
}
