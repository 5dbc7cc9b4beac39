import { z } from "zod";
import { locales } from "./locales.ts";

/** What is read of an HSDS 3.0 organization. Files in use write null and "" for what they do not know. */

const said = z.string().trim().nullish().transform((text) => text || undefined);
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish().transform((items) => items ?? []);

const phone = z.object({ number: said, extension: z.union([z.number(), z.string()]).nullish(), type: said, description: said });
const schedule = z.object({ freq: said, byday: said, opens_at: said, closes_at: said });
const language = z.object({ code: said });
const address = z.object({ address_1: said, address_2: said, city: said, state_province: said, postal_code: said, address_type: said });
const location = z.object({ location_type: said, addresses: list(address), phones: list(phone), schedules: list(schedule), languages: list(language) });

const service = z.object({
  name: said,
  description: said,
  status: said,
  application_process: said,
  interpretation_services: said,
  phones: list(phone),
  schedules: list(schedule),
  languages: list(language),
  service_areas: list(z.object({ name: said, description: said })),
  cost_options: list(z.object({ option: said, amount: z.number().nullish() })),
  attributes: list(z.object({ value: said, taxonomy_term: z.object({ code: said }).nullish() })),
});

const inLanguages = z.record(z.enum(locales), z.record(z.string(), z.string()));

export const hsdsOrganization = z.object({
  name: said,
  alternate_name: said,
  description: said,
  email: said,
  website: said,
  phones: list(phone),
  locations: list(location),
  services: list(service),
  /** Our own, from organizationToHsds. */
  guide: z.object({ slug: said, kind: said, recognition: z.unknown().optional(), text: inLanguages, services: z.array(inLanguages) }).optional(),
});
export type HsdsOrganization = z.output<typeof hsdsOrganization>;
