import { z } from "zod";
import { cityFile, day, directiveFile, inEachLanguage, languageTag, partialDate, pictogram, slug } from "./content.ts";
import { listingDocument } from "./listing.ts";
import { confirmed, isStorable, texts } from "./texts.ts";

/** What staff edit, each record as one document with its texts in every language. Revisions keep it whole. */

const position = z.int().min(0).max(10_000);
const sources = z.array(slug).min(1).max(20);
const slugs = inEachLanguage(slug);

/** Is this an IANA name that the clock knows? */
function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(name);
}

export const documents = {
  Organization: listingDocument,
  Chapter: z.strictObject({
    guideKey: slug,
    /** guide/name */
    key: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
    position,
    pictogram: pictogram.optional(),
    lastReviewedOn: day,
    slug: slugs,
    text: inEachLanguage(texts.Chapter),
    confirmed,
  }),
  Section: z.strictObject({
    chapterId: z.string(),
    key: slug,
    position,
    pictogram: pictogram.optional(),
    lastReviewedOn: day,
    hidden: z.boolean().default(false),
    text: inEachLanguage(texts.Section),
    confirmed,
    sources,
  }),
  Directive: z.strictObject({
    key: slug,
    position,
    issuedOn: partialDate.nullable(),
    status: directiveFile.shape.status,
    /** Key of the act that made this one law. */
    madeLawBy: slug.optional(),
    slug: slugs,
    text: inEachLanguage(texts.Directive),
    confirmed,
    sources,
  }),
  Provision: z.strictObject({
    directiveId: z.string(),
    key: slug,
    position,
    group: slug.optional(),
    quotation: z.string().trim().min(1).max(10_000).refine(isStorable, "characters").optional(),
    hidden: z.boolean().default(false),
    text: inEachLanguage(texts.Provision),
    confirmed,
    sources,
  }),
  City: cityFile.omit({ centre: true }).extend({
    timeZone: z.string().refine(isTimeZone, "choice"),
    otherLanguages: z.array(z.strictObject({ code: languageTag, line: z.string().trim().min(1).max(300).refine(isStorable, "characters") })).max(50),
    text: inEachLanguage(texts.City),
    confirmed,
  }),
} as const;

export type RecordEntity = keyof typeof documents;
export type DocumentOf<E extends RecordEntity> = z.output<(typeof documents)[E]>;
export type AnyDocument = { [E in RecordEntity]: DocumentOf<E> }[RecordEntity];

/** Is this the name of a kind of record? */
export function isRecordEntity(name: string): name is RecordEntity {
  return Object.hasOwn(documents, name);
}
