import { z } from "zod";
import type { Entries, Entry, Unread } from "./entries";
import type { ServiceNames } from "./serviceNames";
import { mostRows } from "@/lib/csv";
import type { FileProblem } from "@/lib/importFile";
import { listingFromHsds } from "@/lib/listingFromHsds";

const many = z.array(z.unknown());
/** One organization, a list of them, or a page of an HSDS API. */
const file = z.union([many, z.looseObject({ contents: many }).transform(({ contents }) => contents), z.looseObject({ name: z.string() }).transform((one) => [one])]);

/** What an organization is recognized by; whatever is not there is checked later. */
const known = z.object({
  id: z.string().optional().catch(undefined),
  name: z.string().trim().optional().catch(undefined),
  guide: z.object({ slug: z.string().optional() }).optional().catch(undefined),
  locations: z.array(z.object({ addresses: z.array(z.object({ postal_code: z.string().optional().catch(undefined) })).catch([]) }).catch({ addresses: [] })).catch([]),
});

/** The organizations of an HSDS file; their place in it stands for a line. */
export function hsdsEntries(bytes: Uint8Array, serviceNames: ServiceNames): Entries | { problem: FileProblem } {
  if (bytes.length === 0) return { problem: "empty" };
  const read = file.safeParse(parsed(bytes));
  if (!read.success) return { problem: "json" };
  if (read.data.length === 0) return { problem: "noRows" };
  if (read.data.length > mostRows) return { problem: "tooManyRows" };
  return { total: read.data.length, entries: entriesOf(read.data, serviceNames) };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function* entriesOf(organizations: unknown[], serviceNames: ServiceNames): Generator<Entry | Unread> {
  for (const [place, organization] of organizations.entries()) {
    const line = place + 1;
    const read = known.safeParse(organization);
    if (!read.success) {
      yield { line, unread: [{ kind: "fault", column: "", reason: "invalid", value: "" }] };
      continue;
    }
    const { id, name, guide, locations } = read.data;
    yield {
      line,
      ...(id && { id }),
      ...(guide?.slug && { slug: guide.slug }),
      ...(name && { name }),
      zips: locations.flatMap(({ addresses }) => addresses.flatMap(({ postal_code }) => postal_code?.slice(0, 5) ?? [])),
      make(existing, free) {
        const made = listingFromHsds(organization, { serviceName: serviceNames.provider, ...(existing && { existing }) });
        if ("refused" in made) return { refused: made.refused.map(({ path, reason }) => ({ kind: "fault", column: path, reason, value: "" })) };
        return { document: existing || guide?.slug ? made.document : { ...made.document, slug: free } };
      },
    };
  }
}
