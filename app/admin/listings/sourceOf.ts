import { createSource, listSources } from "@/data/sourcesOfStaff";
import { faultsOf, type Fault } from "@/lib/faults";
import { typed, type FormValues } from "@/lib/formRows";
import { fullWebAddress } from "@/lib/importedListing";
import { newSource, type NewSource } from "@/lib/newSource";
import type { Actor } from "@/lib/permissions";

/** Where the person says that they read it: nothing, a source that is there, or one to be written down once all the rest is right. */
export type Stated = { kind: "none" } | { kind: "known"; key: string } | { kind: "new"; source: NewSource } | { kind: "refused"; faults: Fault[] };

/**
 * Reads the fields of components/listingForm/SourceFields.
 * @param listing its own word, or its own site, is a source as well
 */
export async function readSource(values: FormValues, listing: { name: string | undefined; website: string | undefined }, today: string): Promise<Stated> {
  const one = (name: string) => typed(values, name);
  const chosen = one("sourceKey");
  const written = one("source.name");
  if (written || chosen === "new") {
    const url = one("source.url");
    return described({ name: written, ...(url ? { url: fullWebAddress(url) } : {}), kind: one("source.kind"), readOn: one("source.readOn") ?? today }, "source.");
  }
  if (chosen === "told") return described({ name: listing.name, kind: "organization", readOn: today }, "");
  if (chosen === "website") return described({ name: listing.name, url: listing.website ?? "", kind: "organization", readOn: today }, "");
  if (!chosen) return { kind: "none" };
  const [known] = await listSources([chosen]);
  return known ? { kind: "known", key: known.key } : { kind: "refused", faults: [{ path: "source", code: "choice" }] };
}

function described(source: unknown, prefix: string): Stated {
  const parsed = newSource.safeParse(source);
  if (parsed.success) return { kind: "new", source: parsed.data };
  return { kind: "refused", faults: faultsOf(parsed.error).map(({ path, code }) => ({ path: prefix ? `${prefix}${path}` : path === "url" ? "website" : path, code })) };
}

/** The key of what was stated, written down where it is new. @throws NotAllowed */
export async function keyOf(actor: Actor, stated: Stated): Promise<string | undefined> {
  if (stated.kind === "new") return createSource(actor, stated.source);
  return stated.kind === "known" ? stated.key : undefined;
}
