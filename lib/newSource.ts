import { z } from "zod";
import { partialDate, sourcesFile, webAddress } from "./content.ts";
import { isoDay } from "./dates.ts";
import { line } from "./texts.ts";

/** What a source can be. "organization": the organization told us so itself. */
export const sourceKinds = ["organization", ...sourcesFile.valueType.shape.kind.options] as const;

/** Where staff read something. */
export const newSource = z.strictObject({
  name: line,
  url: webAddress.max(2000).optional(),
  kind: z.enum(sourceKinds),
  publishedOn: partialDate.optional(),
  // Nobody has read it tomorrow. No city is ahead of the date in Greenwich by more than a day, and ours is behind it.
  readOn: z.iso.date().refine((day) => day <= isoDay(new Date()), "date"),
});
export type NewSource = z.output<typeof newSource>;
