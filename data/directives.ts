import { cache } from "react";
import { db } from "./db";
import { sourcesOf, type SourceView } from "./sources";
import { idBySlug, slugsOf, textStatusOf, translationsOf, type TextStatus } from "./translations";
import type { DirectiveStatus } from "./generated/enums";
import type { Locale } from "@/lib/locales";
import type { TextOf } from "@/lib/texts";

export type DirectiveSummary = { id: string; slug: string; issuedOn: string | null; status: DirectiveStatus } & TextOf<"Directive">;
export type ProvisionView = { key: string; group: string | null; quotation: string | null; sources: SourceView[]; status: TextStatus } & TextOf<"Provision">;
export type DirectiveView = DirectiveSummary & {
  madeLawBy: { slug: string; title: string } | null;
  provisions: ProvisionView[];
  sources: SourceView[];
  textStatus: TextStatus;
  slugs: Partial<Record<Locale, string>>;
};

/** The acts of the City, the most important for a reader first. Only those written in this language. */
export const listDirectives = cache(async (locale: Locale): Promise<DirectiveSummary[]> => {
  const directives = await db.directive.findMany({ orderBy: { position: "asc" }, select: { id: true, issuedOn: true, status: true } });
  const texts = await translationsOf("Directive", directives.map(({ id }) => id), locale);
  return directives.flatMap((directive) => {
    const translated = texts.get(directive.id);
    return translated?.slug ? [{ ...directive, slug: translated.slug, ...translated.text }] : [];
  });
});

/** The act at this slug with everything that it orders, or null where there is none. */
export const getDirective = cache(async (slug: string, locale: Locale): Promise<DirectiveView | null> => {
  const id = await idBySlug("Directive", locale, slug);
  if (!id) return null;
  const directive = await db.directive.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      issuedOn: true,
      status: true,
      madeLawById: true,
      provisions: { orderBy: { position: "asc" }, select: { id: true, key: true, group: true, quotation: true } },
    },
  });
  const { madeLawById, provisions, ...facts } = directive;
  const provisionIds = provisions.map((provision) => provision.id);
  const [texts, provisionTexts, sources, provisionSources, textStatus, provisionStatus, slugs] = await Promise.all([
    translationsOf("Directive", madeLawById ? [id, madeLawById] : [id], locale),
    translationsOf("Provision", provisionIds, locale),
    sourcesOf("Directive", [id]),
    sourcesOf("Provision", provisionIds),
    textStatusOf("Directive", [id], locale),
    textStatusOf("Provision", provisionIds, locale),
    slugsOf("Directive", [id]),
  ]);
  const own = texts.get(id);
  const law = madeLawById ? texts.get(madeLawById) : undefined;
  if (!own?.slug) return null;
  return {
    ...facts,
    ...own.text,
    slug: own.slug,
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
});
