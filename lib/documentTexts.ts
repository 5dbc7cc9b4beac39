import type { AnyDocument, DocumentOf, RecordEntity } from "./documents.ts";
import { textHash } from "./hash.ts";
import { locales, sourceLocale, type Locale } from "./locales.ts";
import type { TextEntity } from "./texts.ts";

/** One text of a document in every language. Path: "text", "services.0.text". */
export type DocumentText = { path: string; kind: TextEntity; text: Record<Locale, unknown> };

/** Every text of a document: its own, and those of its services and conflicts. */
export function textsOf<E extends RecordEntity>(entity: E, document: DocumentOf<E>): DocumentText[] {
  const any = document as AnyDocument;
  const parts: DocumentText[] =
    "services" in any
      ? [
          ...any.services.map(({ text }, index) => ({ path: `services.${index}.text`, kind: "Service" as const, text })),
          ...any.conflicts.map(({ text }, index) => ({ path: `conflicts.${index}.text`, kind: "Conflict" as const, text })),
        ]
      : [];
  return [{ path: "text", kind: entity, text: any.text }, ...parts];
}

/** Hash of all the English of a document: what its translations are made from. */
export function englishHash<E extends RecordEntity>(entity: E, document: DocumentOf<E>): string {
  return textHash(textsOf(entity, document).map(({ text }) => text[sourceLocale]));
}

/** The languages whose texts somebody found right beside this very English. When the English moves on, they are none. */
export function confirmedLocales<E extends RecordEntity>(entity: E, document: DocumentOf<E>): Locale[] {
  if (!document.confirmed) return [];
  const hash = englishHash(entity, document);
  return locales.filter((locale) => locale !== sourceLocale && document.confirmed?.[locale] === hash);
}

/** The languages in which some text stays as it is though its English changes, and nobody has found it right beside the new English. */
export function fallingBehind<E extends RecordEntity>(entity: E, before: DocumentOf<E>, after: DocumentOf<E>): Locale[] {
  const old = new Map(textsOf(entity, before).map(({ path, text }) => [path, text]));
  const stays = (path: string, text: DocumentText["text"], locale: Locale) => textHash(old.get(path)![locale]) === textHash(text[locale]);
  const moved = textsOf(entity, after).filter(({ path, text }) => old.has(path) && !stays(path, text, sourceLocale));
  const confirmed = confirmedLocales(entity, after);
  return locales.filter((locale) => locale !== sourceLocale && !confirmed.includes(locale) && moved.some(({ path, text }) => stays(path, text, locale)));
}

/** The same document with other texts in one language; `texts`: path → text. */
export function withTranslation<E extends RecordEntity>(entity: E, document: DocumentOf<E>, locale: Locale, texts: Map<string, unknown>): object {
  const copy = structuredClone(document);
  for (const { path, text } of textsOf(entity, copy)) if (texts.has(path)) text[locale] = texts.get(path);
  return copy;
}
