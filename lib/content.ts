import { z } from "zod";
import { eachLocale } from "./locales.ts";
import { texts } from "./texts.ts";

/**
 * The files under content/, as people edit them. A chapter or directive has one file of facts
 * (`at-my-door.yaml`) and one of words in each language (`at-my-door.en.yaml`, `at-my-door.es.yaml`).
 */

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and hyphens");
// YAML reads a bare year as a number.
export const partialDate = z.union([z.int().transform(String), z.string()]).pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date like 2026, 2026-07 or 2026-07-19"));
export const day = z.iso.date();
/** BCP 47 */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?$/, "a code like ko, es-MX or zh-Hant");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time like 08:30");
export const webAddress = z.url({ protocol: /^https?$/ });
export const inEachLanguage = <T extends z.ZodType>(text: T) => z.strictObject(eachLocale(() => text));

export const sourcesFile = z.record(
  slug,
  z.strictObject({
    name: z.string().min(1),
    url: webAddress.nullable(),
    kind: z.enum(["law", "court", "city", "agency", "federal list", "federal directory", "secondary"]),
    publishedOn: partialDate.nullable(),
    readOn: partialDate.nullable(),
    dateNote: z.string().optional(),
  }),
);

export const pictogram = z.enum(["door", "paper", "speech", "street", "car", "work", "judge", "house", "phone", "camera", "family", "book", "shield", "school", "cuffs", "scam", "police", "city", "eye", "hand"]);

/** guide/<guide>/<chapter>.yaml */
export const chapterFile = z.strictObject({
  position: z.int().positive(),
  pictogram: pictogram.optional(),
  lastReviewedOn: day,
  sections: z
    .array(z.strictObject({ key: slug, pictogram: pictogram.optional(), lastReviewedOn: day.optional(), sources: z.array(slug).min(1) }))
    .min(1),
});

/** guide/<guide>/<chapter>.<language>.yaml */
export const chapterWords = texts.Chapter.extend({
  slug,
  sections: z.record(slug, texts.Section.extend({ do: texts.Section.shape.do.default([]), dont: texts.Section.shape.dont.default([]), say: texts.Section.shape.say.default([]) })),
});

/** directives/<directive>.yaml */
export const directiveFile = z.strictObject({
  position: z.int().positive(),
  issuedOn: partialDate.nullable(),
  status: z.enum(["inForce", "superseded", "madeLaw"]),
  madeLawBy: slug.optional(),
  sources: z.array(slug).min(1),
  provisions: z
    .array(z.strictObject({ key: slug, group: slug.optional(), quotation: z.string().optional(), sources: z.array(slug).optional() }))
    .min(1),
});

/** directives/<directive>.<language>.yaml */
export const directiveWords = texts.Directive.extend({ slug, provisions: z.record(slug, texts.Provision) });

export const needCodes = ["asylum", "deportation-defense", "detained", "daca", "family-petitions", "citizenship", "u-t-visa-vawa", "unaccompanied-children", "work-rights", "consultations", "workshops"] as const;

/** Is this one of the needs that an address may ask for? */
export function isNeedCode(code: string): code is (typeof needCodes)[number] {
  return (needCodes as readonly string[]).includes(code);
}

/** needs.yaml: code → words in each language, in order */
export const needsFile = z.record(z.enum(needCodes), inEachLanguage(texts.TaxonomyTerm));

export const days = z.enum(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
export const listedFacts = ["name", "phone", "address", "website", "email", "hours", "languages", "intake", "services", "recognition", "coverage"] as const;

/** listings/<slug>.yaml: one organisation or hotline */
export const listingFile = z.strictObject({
  kind: z.enum(["provider", "hotline"]),
  /** Order of hotlines and of the unfiltered list. */
  position: z.int().nonnegative(),
  name: z.string().min(1),
  alternateName: z.string().optional(),
  grade: z.enum(["A", "B", "C"]),
  website: webAddress.optional(),
  email: z.email().optional(),
  phones: z.array(
    z.strictObject({
      /** As the source gives it; stored as E.164. */
      number: z.string(),
      extension: z.string().optional(),
      type: z.enum(["voice", "hotline"]).default("voice"),
    }),
  ),
  locations: z.array(
    z.strictObject({
      address1: z.string(),
      address2: z.string().optional(),
      city: z.string(),
      stateProvince: z.string().length(2),
      postalCode: z.string().regex(/^\d{5}$/),
      addressType: z.enum(["physical", "postal"]).default("physical"),
    }),
  ),
  languages: z.array(languageTag).default([]),
  schedules: z.array(z.strictObject({ byday: z.array(days).min(1), opensAt: time, closesAt: time }).refine(({ opensAt, closesAt }) => opensAt !== closesAt, "opens and closes at the same time")).default([]),
  recognition: z.strictObject({ recognizedOn: day, expiresOn: day, renewalPending: z.boolean(), status: z.string() }).optional(),
  services: z
    .array(z.strictObject({ needs: z.array(z.enum(needCodes)), cost: z.enum(["free", "low", "paid"]).optional(), text: inEachLanguage(texts.Service) }))
    .min(1),
  text: inEachLanguage(texts.Organization),
  conflicts: z.array(z.strictObject({ field: z.enum(listedFacts), note: z.string(), text: inEachLanguage(z.string().min(1)) })).default([]),
  /** Where each fact was read; "all" serves the facts that are not named. */
  sources: z
    .partialRecord(z.enum(["all", ...listedFacts]), z.array(slug).min(1))
    .refine((sources) => sources.all, "needs a list named all"),
});

/** city.yaml */
export const cityFile = z.strictObject({
  key: slug,
  timeZone: z.string(),
  exitUrl: webAddress,
  otherLanguagesUrl: webAddress,
  /** A line in each other language that leads to its rights cards. */
  otherLanguages: z.array(z.strictObject({ code: z.string(), line: z.string().min(1) })),
  links: z.array(z.strictObject({ key: slug, url: webAddress })),
  /** ZIP areas are loaded around this point. */
  centre: z.strictObject({ latitude: z.number(), longitude: z.number(), miles: z.number().positive() }),
  text: inEachLanguage(texts.City),
});
