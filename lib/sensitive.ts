import type { AnyDocument, DocumentOf, RecordEntity } from "./documents.ts";
import { textHash } from "./hash.ts";
import { locales, sourceLocale } from "./locales.ts";
import type { Permission } from "./permissions.ts";

/** Why a change needs a second person: a wrong one of these hurts somebody. */
export type Sensitive = "new" | "phones" | "website" | "email" | "contacts" | "address" | "cost" | "recognition" | "text" | "translation" | "show" | "settings";

const differ = (before: unknown, after: unknown) => textHash(before ?? null) !== textHash(after ?? null);

/**
 * What in this change must be approved by somebody who did not write it.
 * @param before the approved document; null: the record is new
 */
export function sensitiveChanges<E extends RecordEntity>(entity: E, before: DocumentOf<E> | null, after: DocumentOf<E>): Sensitive[] {
  if (!before) return ["new"];
  const [old, now] = [before as AnyDocument, after as AnyDocument];
  if (entity === "City") return differ(old, now) ? ["settings"] : [];
  const found: Sensitive[] = "hidden" in old && "hidden" in now && old.hidden && !now.hidden ? ["show"] : [];
  if ("services" in old && "services" in now) {
    const fees = ({ services }: typeof now) => services.map(({ cost }) => cost ?? null);
    if (differ(old.phones, now.phones)) found.push("phones");
    if (differ(old.website, now.website)) found.push("website");
    if (differ(old.email, now.email)) found.push("email");
    const known = new Set(contactsIn(old));
    if (contactsIn(now).some((contact) => !known.has(contact))) found.push("contacts");
    const stays = (place: (typeof old.locations)[number]) => now.locations.some((kept) => !differ(kept, place) || !differ(kept, { ...place, visibility: "hidden" }));
    if (old.locations.some((place) => place.visibility !== "full" && !stays(place))) found.push("address");
    if (differ(fees(old), fees(now))) found.push("cost");
    if (differ(old.recognition, now.recognition)) found.push("recognition");
    return found;
  }
  // Everything else that a reader can see of a guide or an act is legal text.
  const arranged = (document: AnyDocument) => ({ ...document, hidden: null, position: null, pictogram: null, group: null, sources: null });
  if (differ(withoutTranslations(arranged(old)), withoutTranslations(arranged(now)))) found.push("text");
  else if (differ(arranged(old), arranged(now))) found.push("translation");
  return found;
}

/** Must this change name where its facts were read? A translation is made from the English; showing again, or more of an address, states nothing new. */
export function needsSource(sensitive: Sensitive[]): boolean {
  return sensitive.some((kind) => !["translation", "show", "settings", "contacts", "address"].includes(kind));
}

/** Telephone numbers and addresses of the web and of mail that stand in the words of a listing: people call and visit those as well. */
function contactsIn({ phones: _, website: _website, email: _email, sources: _sources, ...words }: DocumentOf<"Organization">): string[] {
  return stringsIn(words).flatMap((text) => {
    const numbers = (text.match(/\d[\d\s().+-]{7,20}\d/g) ?? []).map((written) => written.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "")).filter((digits) => digits.length >= 10);
    const links = text.split(/[\s()<>[\]{}"'«»,;]+/).filter((word) => /[^.]\.\p{L}{2}|^(tel|mailto):/iu.test(word));
    return [...numbers, ...links.map((link) => link.toLowerCase().replace(/[.:!?]+$/, ""))];
  });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}

/** The document without its texts in other languages than English, and what was said of them, at any depth. */
function withoutTranslations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTranslations);
  if (value === null || typeof value !== "object") return value;
  const isInEachLanguage = locales.every((locale) => locale in value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => ((isInEachLanguage && key !== sourceLocale) || key === "confirmed" ? [] : [[key, withoutTranslations(entry)]])),
  );
}

/** What somebody must be allowed to do to propose this change. */
export function permissionFor<E extends RecordEntity>(entity: E, before: DocumentOf<E> | null, after: DocumentOf<E>): Permission {
  if (before && !differ(withoutTranslations(before), withoutTranslations(after))) return "translations.propose";
  if (entity === "City") return "settings.propose";
  return entity === "Organization" ? "listings.propose" : "texts.propose";
}
