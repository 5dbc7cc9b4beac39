import { faultsOf, type FaultCode } from "./faults.ts";
import { hsdsLanguages, hsdsLocations, hsdsPhones, hsdsSchedules, hsdsServices, hsdsText, type Part } from "./hsdsParts.ts";
import { hsdsOrganization } from "./hsdsShape.ts";
import { fullWebAddress, newListing, slugOf, withoutAbsent, type ImportFaultCode, type ImportOptions } from "./importedListing.ts";
import { listingDocument, type ListingDocument } from "./listing.ts";

/** A fault by its place in the JSON: "locations.0.addresses.0.postal_code". */
export type HsdsFault = { path: string; reason: ImportFaultCode };

/**
 * An HSDS 3.0 organization as a listing. What the file does not say stays as it is in the existing listing, and so do addresses that residents
 * do not see. A text is taken over only in all languages at once, which is how our own exports bring it (lib/hsds.ts).
 * @returns the whole document, and the places of the file that it leaves out; or every fault by its place
 */
export function listingFromHsds(json: unknown, options: ImportOptions = {}): { document: ListingDocument; leftOut: string[] } | { refused: HsdsFault[] } {
  const read = hsdsOrganization.safeParse(json);
  if (!read.success) return { refused: faultsOf(read.error).map(({ path, code }) => ({ path, reason: code })) };
  const { existing } = options;
  const organization = read.data;
  const { guide, name, website } = organization;
  const leftOut: string[] = [];
  const leaveOut = (path: string): never[] => {
    leftOut.push(path);
    return [];
  };
  const parts = {
    phones: hsdsPhones(organization, leaveOut),
    locations: hsdsLocations(organization, existing, leaveOut),
    languages: hsdsLanguages(organization, leaveOut),
    schedules: hsdsSchedules(organization, leaveOut),
    services: hsdsServices(organization, options, leaveOut),
  };
  const orExisting = (list: keyof typeof parts): unknown[] => (parts[list].length > 0 ? parts[list].map(({ value }) => value) : (existing?.[list] ?? []));
  const result = listingDocument.safeParse(
    withoutAbsent({
      ...newListing,
      ...existing,
      slug: existing?.slug ?? guide?.slug ?? slugOf(name ?? ""),
      name,
      alternateName: organization.alternate_name ?? existing?.alternateName,
      kind: guide?.kind ?? existing?.kind ?? newListing.kind,
      website: website ? fullWebAddress(website) : existing?.website,
      email: organization.email ?? existing?.email,
      phones: orExisting("phones"),
      locations: orExisting("locations"),
      languages: orExisting("languages"),
      schedules: orExisting("schedules"),
      services: orExisting("services"),
      text: hsdsText(organization, existing, leaveOut),
      recognition: guide?.recognition ?? existing?.recognition,
    }),
  );
  if (result.success) return { document: result.data, leftOut };
  const faults = faultsOf(result.error).filter(({ path }) => path !== "slug" || name);
  return { refused: faults.map(({ path, code }) => ({ path: placeOf(path, parts), reason: reasonOf(path, code) })) };
}

/** Fields of the document that have another name in HSDS. */
const hsdsNames: Record<string, string> = {
  alternateName: "alternate_name",
  address1: "address_1",
  address2: "address_2",
  stateProvince: "state_province",
  postalCode: "postal_code",
  slug: "guide.slug",
  kind: "guide.kind",
  recognition: "guide.recognition",
  text: "guide.text",
};

function placeOf(path: string, parts: Record<string, Part[]>): string {
  const [list = "", index = "", ...rest] = path.split(".");
  const part = parts[list]?.[Number(index)];
  if (!part) return [hsdsNames[list] ?? list, index, ...rest].filter((name) => name !== "").join(".");
  if (list === "services" && rest[0] === "text") return `${part.path}.${rest[2] ?? "name"}`;
  return [part.path, ...rest.map((field) => hsdsNames[field] ?? field)].join(".");
}

function reasonOf(path: string, code: FaultCode): ImportFaultCode {
  if (path.startsWith("languages.")) return "language";
  // A service that has its name in one language only.
  return code === "required" && /^services\.\d+\.text\./.test(path) ? "bothLanguages" : code;
}
