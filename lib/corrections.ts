import { z } from "zod";
import { slug } from "./content.ts";
import { locales } from "./locales.ts";
import { isStorable } from "./texts.ts";

/** What a reader can say is wrong, the most harmful first. */
export const correctionKinds = ["asksForMoney", "numberDoesNotAnswer", "wrongAddress", "other"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export const correctionOutcomes = ["corrected", "nothingWrong", "spam"] as const;
export type CorrectionOutcome = (typeof correctionOutcomes)[number];

export const longestNote = 300;
/** After so many days nothing of a reader's report is left. */
export const daysKept = 90;

/** A form's text: lines end in one way only, and what browsers count as 300 characters passes. */
export const formText = (longest: number) => z.string().transform((text) => text.replaceAll("\r\n", "\n").trim()).refine((text) => text.length <= longest && isStorable(text));

/** "Something wrong here?" as the form of a listing page sends it. */
export const correctionForm = z.strictObject({
  slug: slug.max(200),
  locale: z.enum(locales),
  kind: z.enum(correctionKinds),
  note: formText(longestNote).default(""),
});
export type CorrectionForm = z.output<typeof correctionForm>;
