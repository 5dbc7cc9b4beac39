import type { ListingDocument } from "@/lib/listing";
import type { Locale } from "@/lib/locales";

/** What the service of a listing is called where a file does not say, by the kind of listing. */
export type ServiceNames = Record<ListingDocument["kind"], Record<Locale, string>>;
