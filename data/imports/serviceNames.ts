import en from "@/messages/en.json" with { type: "json" };
import es from "@/messages/es.json" with { type: "json" };
import type { ListingDocument } from "@/lib/listing";
import { eachLocale } from "@/lib/locales";

const words = { en, es };
const nameOf = (kind: ListingDocument["kind"]) => eachLocale((locale) => words[locale].Staff.Imports.serviceName[kind]);

/** What the service of a listing is called where a file does not say, by the kind of listing. */
export const serviceNames = { provider: nameOf("provider"), hotline: nameOf("hotline") };
