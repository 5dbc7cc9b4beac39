import { findSource } from "@/data/staffTexts";
import { faultsOf, type Fault } from "@/lib/faults";
import { typed, type FormValues } from "@/lib/formRows";
import { fullWebAddress } from "@/lib/importedListing";
import { newSource, type NewSource } from "@/lib/newSource";

/** As saveRevision takes it: nothing, a source that is there, or one to be written down with the change. */
type Stated = { sourceKey?: string; newSource?: NewSource } | { faults: Fault[] };

/**
 * Where somebody says that a change was read.
 * @param own the listing that the form is of: its own word, or its own site, is a source as well
 */
export async function statedSource(values: FormValues, own?: { name: string | undefined; website: string | undefined; today: string }): Promise<Stated> {
  const chosen = typed(values, "sourceKey");
  if (typed(values, "source.name") || (own && chosen === "new")) {
    const { url, ...fields } = Object.fromEntries(["name", "url", "kind", "publishedOn", "readOn"].map((field) => [field, typed(values, `source.${field}`)]));
    return described({ ...fields, url: url && fullWebAddress(url) }, (field) => `source.${field}`);
  }
  if (own && (chosen === "told" || chosen === "website"))
    return described({ name: own.name, kind: "organization", readOn: own.today, ...(chosen === "website" ? { url: own.website ?? "" } : {}) }, (field) => (field === "url" ? "website" : field));
  if (!chosen) return {};
  const key = await findSource(chosen);
  return key ? { sourceKey: key } : { faults: [{ path: "source", code: "choice" }] };
}

function described(source: unknown, fieldOf: (field: string) => string): Stated {
  const parsed = newSource.safeParse(source);
  return parsed.success ? { newSource: parsed.data } : { faults: faultsOf(parsed.error).map(({ path, code }) => ({ path: fieldOf(path), code })) };
}
