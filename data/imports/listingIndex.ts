import { db } from "../db";
import { fold, wordsOf } from "@/lib/fold";
import { slugOf } from "@/lib/importedListing";
import type { ListingDocument } from "@/lib/listing";

/** What rows are recognized by. `line`: it stands in the file itself. */
export type Known = { id: string; slug: string; name: string; version: number; openRevision: string | null; line?: number };
type Near = { name: string; slug: string; because: "name" | "phone" | "website" };
type Facts = { slug: string; name: string; zips: string[]; phones: string[]; website: string | null };

type Value = { id: string; value: string };

function valuesOf(rows: Value[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { id, value } of rows) values.set(id, [...(values.get(id) ?? []), value]);
  return values;
}

/** Words that say nothing about which organization it is. */
const filler = new Set(["the", "of", "for", "and", "inc", "org", "a", "in", "la", "el", "de", "los", "las", "y", "para"]);
const nameKey = (name: string) => wordsOf(name).filter((word) => !filler.has(word)).sort().join(" ");
const placeKeys = (name: string, zips: string[]) => (zips.length > 0 ? [...new Set(zips)] : [""]).map((zip) => `${fold(name).trim().replace(/\s+/g, " ")}|${zip}`);
const hostOf = (website: string | null) => website?.toLowerCase().replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "") || null;

/** All listings, by everything that a row of a file may be recognized by; rows of the file that make new ones are added as they come. */
export class ListingIndex {
  private readonly byId = new Map<string, Known>();
  private readonly bySlug = new Map<string, Known>();
  private readonly byPlace = new Map<string, Known[]>();
  private readonly byName = new Map<string, Known>();
  private readonly byPhone = new Map<string, Known>();
  private readonly byWebsite = new Map<string, Known>();

  /** Listings that stand in the database now. Plain joins of whole tables: the planner knows nothing yet of what an import has just brought. */
  static async read(): Promise<ListingIndex> {
    const index = new ListingIndex();
    const zips = valuesOf(await db.$queryRaw<Value[]>`SELECT l."organizationId" AS id, a."postalCode" AS value FROM "Location" l JOIN "Address" a ON a."locationId" = l.id`);
    const phones = valuesOf(await db.$queryRaw<Value[]>`SELECT "organizationId" AS id, number AS value FROM "Phone" ORDER BY position`);
    const listings = await db.$queryRaw<(Known & { website: string | null })[]>`
      SELECT o.id, o.slug, o.name, o.website, coalesce(v.version, 0) AS version, r.id AS "openRevision"
      FROM "Organization" o
      LEFT JOIN "RecordVersion" v ON v.entity = 'Organization' AND v."entityId" = o.id
      LEFT JOIN "Revision" r ON r."openKey" = 'Organization/' || o.id
      ORDER BY o.name, o.id`;
    for (const { website, ...known } of listings) index.add(known, { ...known, website, zips: zips.get(known.id) ?? [], phones: phones.get(known.id) ?? [] });
    return index;
  }

  private add(known: Known, { slug, name, zips, phones, website }: Facts): void {
    this.byId.set(known.id, known);
    this.bySlug.set(slug, known);
    for (const key of placeKeys(name, zips)) this.byPlace.set(key, [...(this.byPlace.get(key) ?? []), known]);
    const host = hostOf(website);
    const firstOf = (map: Map<string, Known>, key: string | null) => key && !map.has(key) && map.set(key, known);
    firstOf(this.byName, nameKey(name));
    for (const phone of phones) firstOf(this.byPhone, phone);
    firstOf(this.byWebsite, host);
  }

  /** The listing that a row is about: by its id or the end of its address, or else by name and ZIP code; several: nobody can tell which. */
  find({ id, slug, name, zips }: { id?: string | undefined; slug?: string | undefined; name?: string | undefined; zips: string[] }): Known[] {
    const known = (id && this.byId.get(id)) || (slug && this.bySlug.get(slug));
    if (known) return [known];
    if (slug || !name) return [];
    return [...new Set(placeKeys(name, zips).flatMap((key) => this.byPlace.get(key) ?? []))];
  }

  /** Notes a new listing of the file, so that rows further down are compared with it too. */
  addNew(id: string, line: number, listing: ListingDocument): void {
    const { slug, name } = listing;
    this.add({ id, slug, name, version: 0, openRevision: null, line }, factsOf(listing));
  }

  /** A free end of an address for a new listing: "bet-tzedek", "bet-tzedek-2" … */
  freeSlug(name: string): string {
    const wish = slugOf(name) || "listing";
    for (let number = 1; ; number++) {
      const slug = number === 1 ? wish : `${wish}-${number}`;
      if (!this.bySlug.has(slug)) return slug;
    }
  }

  /** Listings that look like this new one: the same words in the name, the same phone, the same web address. */
  near(listing: ListingDocument): Near[] {
    const { phones, website } = factsOf(listing);
    const host = hostOf(website);
    const found = new Map<string, Near>();
    const note = (known: Known | undefined, because: Near["because"]) => known && !found.has(known.id) && found.set(known.id, { name: known.name, slug: known.slug, because });
    note(this.byName.get(nameKey(listing.name)), "name");
    for (const phone of phones) note(this.byPhone.get(phone), "phone");
    if (host) note(this.byWebsite.get(host), "website");
    return [...found.values()].slice(0, 3);
  }
}

function factsOf({ slug, name, locations, phones, website }: ListingDocument): Facts {
  return { slug, name, zips: locations.map(({ postalCode }) => postalCode), phones: phones.map(({ number }) => number), website: website ?? null };
}
