import { fold } from "./fold.ts";
import type { FaultCode } from "./faults.ts";
import type { ListingDocument } from "./listing.ts";
import type { Locale } from "./locales.ts";

export type ImportFaultCode = FaultCode | "language" | "need" | "bothLanguages";

export type ImportOptions = {
  /** The listing that the row is about: what the row does not say stays as it is there. */
  existing?: ListingDocument;
  /** What a service is called where neither the row nor the existing listing says so in every language. */
  serviceName?: Record<Locale, string>;
};

/** What a new listing has that no file says: no source graded it yet, and it stands last. */
export const newListing = { kind: "provider", grade: "C", position: 1_000, hidden: false, phones: [], locations: [], languages: [], schedules: [], conflicts: [], sources: {} } as const;

/** The end of a listing's address, made of its name: "Bet Tzedek, Inc." → "bet-tzedek-inc". Empty where the name has no Latin letter or digit. */
export function slugOf(name: string): string {
  return (fold(name).match(/[a-z0-9]+/g) ?? []).join("-").slice(0, 80).replace(/-$/, "");
}

/** "www.example.org" as lists write it → "https://www.example.org". Whatever names its scheme comes back as it is. */
export function fullWebAddress(written: string): string {
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(written) ? `https://${written}` : written;
}

/** How much of an address residents see that a file adds without saying so: in an organization that shows none of its streets, no more than of those. */
export function visibilityOfNew(existing: ListingDocument | undefined): "full" | "area" | "hidden" {
  const shown = existing?.locations.map(({ visibility }) => visibility) ?? [];
  if (shown.length === 0 || shown.includes("full")) return "full";
  return shown.includes("hidden") ? "hidden" : "area";
}

/** "ES", "zh_hant" → "es", "zh-Hant" (BCP 47). What is no such code comes back as it is. */
export function languageCode(written: string): string {
  const [, language, part] = written.match(/^([a-z]{2,3})(?:[-_]([a-z]{2}|[a-z]{4}))?$/i) ?? [];
  if (!language) return written;
  if (!part) return language.toLowerCase();
  return `${language.toLowerCase()}-${part.length === 2 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()}`;
}

/** The same without the fields that are undefined: absent is written one way only. */
export function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([field, entry]: [string, unknown]) => (entry === undefined ? [] : [[field, withoutAbsent(entry)]])));
}
