import { cache } from "react";
import { db, type Transaction } from "./db";
import { sourcesOf, type SourceView } from "./sources";
import { idBySlug, slugsOf, textStatusOf, translationsOf, type TextStatus } from "./translations";
import type { DirectiveStatus } from "./generated/enums";
import type { Locale } from "@/lib/locales";
import type { TextOf } from "@/lib/texts";

export type DirectiveSummary = { id: string; slug: string; issuedOn: string | null; status: DirectiveStatus; stale: boolean } & TextOf<"Directive">;
export type ProvisionView = { key: string; group: string | null; quotation: string | null; sources: SourceView[]; status: TextStatus } & TextOf<"Provision">;
export type DirectiveView = DirectiveSummary & {
  madeLawBy: { slug: string; title: string } | null;
  provisions: ProvisionView[];
  sources: SourceView[];
  textStatus: TextStatus;
  slugs: Partial<Record<Locale, string>>;
};

/** The acts of the City, the most important for a reader first. Only those written in this language. */
export const listDirectives = cache(async (locale: Locale, transaction: Transaction = db): Promise<DirectiveSummary[]> => {
  const directives = await transaction.directive.findMany({ orderBy: { position: "asc" }, select: { id: true, issuedOn: true, status: true } });
  const texts = await translationsOf("Directive", directives.map(({ id }) => id), locale, transaction);
  return directives.flatMap((directive) => {
    const translated = texts.get(directive.id);
    return translated?.slug ? [{ ...directive, slug: translated.slug, stale: translated.stale, ...translated.text }] : [];
  });
});

/** An act with everything that it orders, or null where it is not written in this language. */
export async function readDirective(id: string, locale: Locale, transaction: Transaction = db): Promise<DirectiveView | null> {
  const directive = await transaction.directive.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      issuedOn: true,
      status: true,
      madeLawById: true,
      provisions: { where: { hidden: false }, orderBy: { position: "asc" }, select: { id: true, key: true, group: true, quotation: true } },
    },
  });
  const { madeLawById, provisions, ...facts } = directive;
  const provisionIds = provisions.map((provision) => provision.id);
  const [texts, provisionTexts, sources, provisionSources, textStatus, provisionStatus, slugs] = [
    await translationsOf("Directive", madeLawById ? [id, madeLawById] : [id], locale, transaction),
    await translationsOf("Provision", provisionIds, locale, transaction),
    await sourcesOf("Directive", [id], transaction),
    await sourcesOf("Provision", provisionIds, transaction),
    await textStatusOf("Directive", [id], locale, transaction),
    await textStatusOf("Provision", provisionIds, locale, transaction),
    await slugsOf("Directive", [id], transaction),
  ];
  const own = texts.get(id);
  const law = madeLawById ? texts.get(madeLawById) : undefined;
  if (!own?.slug) return null;
  return {
    ...facts,
    ...own.text,
    slug: own.slug,
    stale: own.stale,
    madeLawBy: law?.slug ? { slug: law.slug, title: law.text.title } : null,
    provisions: provisions.flatMap((provision) => {
      const text = provisionTexts.get(provision.id)?.text;
      const { key, group, quotation } = provision;
      return text ? [{ key, group, quotation, sources: provisionSources.get(provision.id)?.text ?? [], status: provisionStatus.get(provision.id)!, ...text }] : [];
    }),
    sources: sources.get(id)?.text ?? [],
    textStatus: textStatus.get(id)!,
    slugs: slugs.get(id) ?? {},
  };
}

/** The act at this slug, or null where there is none. */
export const getDirective = cache(async (slug: string, locale: Locale): Promise<DirectiveView | null> => {
  const id = await idBySlug("Directive", locale, slug);
  return id ? readDirective(id, locale) : null;
});
