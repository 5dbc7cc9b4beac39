import { createSource } from "@/data/sourcesOfStaff";
import { findSource } from "@/data/staffTexts";
import { faultsOf, type Fault } from "@/lib/faults";
import { typed, type FormValues } from "@/lib/formRows";
import { fullWebAddress } from "@/lib/importedListing";
import { newSource } from "@/lib/newSource";
import type { Actor } from "@/lib/permissions";

/**
 * Where somebody says that a change was read: nothing, a source that is there, or a new one, which is written down. A new one
 * stands in the form as a known one afterwards, should the form come back.
 * @throws NotAllowed
 */
export async function statedSource(actor: Actor, values: FormValues, formData: FormData): Promise<{ key?: string } | { faults: Fault[] }> {
  if (typed(values, "newSource.name")) {
    const fields = Object.fromEntries(["name", "url", "kind", "publishedOn", "readOn"].map((field) => [field, typed(values, `newSource.${field}`)]));
    const parsed = newSource.safeParse({ ...fields, url: fields.url && fullWebAddress(fields.url) });
    if (!parsed.success) return { faults: faultsOf(parsed.error).map(({ path, code }) => ({ path: `newSource.${path}`, code })) };
    const key = await createSource(actor, parsed.data);
    for (const field of Object.keys(fields)) formData.delete(`newSource.${field}`);
    formData.set("source", key);
    return { key };
  }
  const named = typed(values, "source");
  if (!named) return {};
  const key = await findSource(named);
  return key ? { key } : { faults: [{ path: "source", code: "choice" }] };
}
