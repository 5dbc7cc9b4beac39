import { z } from "zod";

/** What the dry run says of one row of a file, as codes that messages turn into sentences. */
export const importRemark = z.discriminatedUnion("kind", [
  /** This cell (or this part of the JSON) cannot be taken. */
  z.strictObject({ kind: z.literal("fault"), column: z.string(), reason: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal("cells"), expected: z.int(), found: z.int() }),
  z.strictObject({ kind: z.literal("quotes") }),
  /** The same listing stands further up in the file. */
  z.strictObject({ kind: z.literal("repeated"), line: z.int() }),
  /** Several listings have this name and ZIP code. */
  z.strictObject({ kind: z.literal("ambiguous"), slugs: z.array(z.string()) }),
  /** Somebody's proposal waits for this listing. */
  z.strictObject({ kind: z.literal("open"), revisionId: z.string() }),
  /** The listing has changed since the row was compared with it. */
  z.strictObject({ kind: z.literal("moved") }),
  /** This field changes. */
  z.strictObject({ kind: z.literal("field"), path: z.string() }),
  /** This listing looks like the same one. */
  z.strictObject({ kind: z.literal("near"), name: z.string(), slug: z.string(), because: z.enum(["name", "phone", "website"]) }),
  /** DOJ roster: what it says beside what the listing says. */
  z.strictObject({ kind: z.literal("date"), field: z.enum(["recognizedOn", "expiresOn", "renewalPending", "status"]), ours: z.string(), theirs: z.string() }),
  z.strictObject({ kind: z.literal("place"), place: z.string(), expiresOn: z.string() }),
  z.strictObject({ kind: z.literal("expires"), on: z.string() }),
  z.strictObject({ kind: z.literal("expired"), on: z.string() }),
]);
export type ImportRemark = z.output<typeof importRemark>;
export const importRemarks = z.array(importRemark);

/** The same remarks with the missing parts of one address as one: a ZIP code alone needs all the others, and they need one sentence. */
export function withWholeAddresses(remarks: ImportRemark[]): ImportRemark[] {
  const columns = new Map<string, string[]>();
  const addressOf = (remark: ImportRemark) => (remark.kind === "fault" && remark.reason === "required" ? remark.column.match(/^address_\d/)?.[0] : undefined);
  for (const remark of remarks) {
    const address = addressOf(remark);
    if (address && remark.kind === "fault") columns.set(address, [...(columns.get(address) ?? []), remark.column]);
  }
  return remarks.flatMap((remark) => {
    const missing = columns.get(addressOf(remark) ?? "");
    if (!missing || remark.kind !== "fault") return remark;
    return remark.column === missing[0] ? { ...remark, column: missing.join(", ") } : [];
  });
}
