import type { ListingRow } from "@/lib/listingColumns";

/** A made-up row of the template. It is only shown: a file that held it could be uploaded with it. */
export const exampleRow = {
  slug: "",
  name: "Example Legal Center",
  kind: "provider",
  website: "https://center.example",
  phone_1: "(213) 555-0134",
  phone_1_extension: "136",
  address_1_line1: "100 Main St",
  address_1_city: "Springfield",
  address_1_state: "CA",
  address_1_zip: "90000",
  address_1_visibility: "full",
  languages: "es; ko",
  hours: "MO TU WE TH FR 09:00-17:00; SA 10:00-12:00",
  needs: "asylum; daca",
  cost: "free",
  intake_en: "Call first.",
  intake_es: "Llame primero.",
  recognition_recognized_on: "2025-07-19",
  recognition_expires_on: "7/19/2031",
  recognition_renewal_pending: "no",
} satisfies ListingRow;
