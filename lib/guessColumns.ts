import { fold } from "./fold.ts";
import type { ColumnPlan } from "./importFile.ts";
import { isListingColumn, type ListingColumn } from "./listingColumns.ts";

/** What other lists call a column of the template, in English and Spanish. */
const otherNames: Partial<Record<ListingColumn, string[]>> = {
  name: ["organization", "organization_name", "agency", "agency_name", "nombre", "organizacion"],
  alternate_name: ["alternate_names", "acronym", "aka", "also_known_as", "siglas"],
  kind: ["type", "tipo"],
  website: ["url", "web", "web_site", "web_address", "sitio_web", "pagina_web"],
  email: ["e_mail", "email_address", "mail", "correo", "correo_electronico"],
  phone_1: ["phone", "telephone", "phone_number", "main_phone", "telefono"],
  phone_1_extension: ["extension", "ext"],
  phone_2: ["other_phone", "second_phone"],
  address_1_line1: ["address", "address_1", "street", "street_address", "direccion", "calle"],
  address_1_line2: ["address_2", "suite", "unit"],
  address_1_city: ["city", "ciudad"],
  address_1_state: ["state", "state_province", "estado"],
  address_1_zip: ["zip", "zip_code", "zipcode", "postal_code", "codigo_postal"],
  languages: ["language", "idiomas"],
  hours: ["opening_hours", "horario"],
  needs: ["services", "necesidades"],
  cost: ["fees", "costo"],
  description_en: ["description"],
  description_es: ["descripcion"],
  intake_en: ["intake"],
  coverage_en: ["coverage", "service_area"],
  recognition_expires_on: ["expiration_date", "expires"],
  source_name: ["source", "fuente"],
};
const byName = new Map(Object.entries(otherNames).flatMap(([column, names]) => names.map((name) => [name, column as ListingColumn])));

/** For each column of a file the column of the template that its header names, or null. A column of the template is given once. */
export function guessColumns(headers: string[]): ColumnPlan {
  const names = headers.map((header) => fold(header).replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, ""));
  // What is named exactly comes before what is only called alike.
  const exact = names.map((name) => (isListingColumn(name) ? name : null));
  const taken = new Set<ListingColumn>();
  const once = (column: ListingColumn | null | undefined) => {
    if (!column || taken.has(column)) return null;
    taken.add(column);
    return column;
  };
  const first = exact.map(once);
  return names.map((name, index) => first[index] ?? (exact[index] ? null : once(byName.get(name))));
}
