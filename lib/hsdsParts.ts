import { isNeedCode } from "./content.ts";
import { wordsOf } from "./fold.ts";
import type { HsdsOrganization } from "./hsdsShape.ts";
import { languageCode, visibilityOfNew, type ImportOptions } from "./importedListing.ts";
import type { ListingDocument } from "./listing.ts";
import { eachLocale, sourceLocale } from "./locales.ts";

/** The parts of a listing as an HSDS file gives them, not yet checked, each with its place in the file. */
export type Part = { value: unknown; path: string };
/** Notes what the file says and the listing does not take over, by its place; nothing of it is kept. */
export type LeaveOut = (path: string) => never[];
type Placed<T> = { value: T; path: string };

/** A list wherever HSDS allows it: at the organization, its locations, its services. */
function everywhere<K extends "phones" | "schedules" | "languages">(organization: HsdsOrganization, key: K): Placed<HsdsOrganization["services"][number][K][number]>[] {
  const owners = [
    ...(key === "phones" ? [{ path: "", list: organization.phones }] : []),
    ...organization.locations.map((location, index) => ({ path: `locations.${index}.`, list: location[key] })),
    ...organization.services.map((service, index) => ({ path: `services.${index}.`, list: service[key] })),
  ];
  return owners.flatMap(({ path, list }) => list.map((value, index) => ({ value, path: `${path}${key}.${index}` })));
}

const distinct = (parts: Part[]) => [...new Map(parts.map((part) => [JSON.stringify(part.value), part])).values()];

/** The organization's own numbers, or else those of its locations and services. Fax and text lines are no numbers to call. */
export function hsdsPhones(organization: HsdsOrganization, leaveOut: LeaveOut): Part[] {
  const all = everywhere(organization, "phones");
  const own = all.filter(({ path }) => path.startsWith("phones"));
  const parts = (own.length > 0 ? own : all).flatMap(({ value: { number, extension, type, description }, path }): Part[] => {
    if (type && /fax|text|sms|pager|tty|textphone/i.test(type)) return leaveOut(path);
    const inWords = description?.match(/^ext\. (\d{1,8})$/)?.[1];
    return [{ path, value: { number, extension: extension === null || extension === undefined || extension === "" ? inWords : String(extension), type: type === "hotline" ? type : "voice" } }];
  });
  return distinct(parts);
}

/** Locations with a street. One that the listing has already keeps how much of it residents see; those that it hides stay, for no export names them. */
export function hsdsLocations({ locations }: HsdsOrganization, existing: ListingDocument | undefined, leaveOut: LeaveOut): Part[] {
  const concealed = new Set(existing?.locations.filter(({ visibility }) => visibility !== "full"));
  const parts = locations.flatMap(({ addresses }, index): Part[] => {
    const place = Math.max(0, addresses.findIndex(({ address_type }) => address_type === "physical"));
    const address = addresses[place];
    if (!address || address.address_type === "virtual") return leaveOut(`locations.${index}`);
    // The guide keeps nothing of the four digits after it.
    const postalCode = address.postal_code?.replace(/^(\d{5})-\d{4}$/, "$1");
    const before = existing?.locations.find((location) => location.postalCode === postalCode && wordsOf(location.address1).join() === wordsOf(address.address_1 ?? "").join());
    if (before) concealed.delete(before);
    const value = {
      address1: address.address_1,
      address2: address.address_2,
      city: address.city,
      stateProvince: address.state_province?.toUpperCase(),
      postalCode,
      addressType: address.address_type === "postal" ? "postal" : "physical",
      visibility: before?.visibility ?? visibilityOfNew(existing),
    };
    return [{ value, path: `locations.${index}.addresses.${place}` }];
  });
  const stay = parts.length > 0 ? [...concealed] : (existing?.locations ?? []);
  return [...parts, ...stay.map((value) => ({ value, path: "locations" }))];
}

/** Languages that carry a code. */
export function hsdsLanguages(organization: HsdsOrganization, leaveOut: LeaveOut): Part[] {
  const parts = everywhere(organization, "languages").flatMap(({ value: { code }, path }): Part[] => {
    if (!code) return leaveOut(path);
    return [{ path: `${path}.code`, value: languageCode(code) }];
  });
  return distinct(parts);
}

/** Weekly opening times on named days; the guide knows no others. */
export function hsdsSchedules(organization: HsdsOrganization, leaveOut: LeaveOut): Part[] {
  const time = (written: string | undefined) => written?.match(/^(\d{1,2}:\d{2})(?![\d:]*[ap]m)/i)?.[1]?.padStart(5, "0").replace("24:00", "00:00");
  const parts = everywhere(organization, "schedules").flatMap(({ value: { freq, byday, opens_at, closes_at }, path }): Part[] => {
    const [opensAt, closesAt] = [time(opens_at), time(closes_at)];
    const days = byday?.toUpperCase().split(",").map((day) => day.trim());
    const weekly = (freq ?? "WEEKLY") === "WEEKLY" && days?.every((day) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(day));
    if (!weekly || !opensAt || !closesAt || opensAt === closesAt) return leaveOut(path);
    return [{ path, value: { byday: days, opensAt, closesAt } }];
  });
  return distinct(parts);
}

/**
 * Services that are given at present. A name or description counts only in every language: our own exports bring them, others leave the ones
 * that stand there, by their name or else their place. A new listing has at least one.
 */
export function hsdsServices(organization: HsdsOrganization, { existing, serviceName }: ImportOptions, leaveOut: LeaveOut): Part[] {
  const words = organization.guide?.services.length === organization.services.length ? organization.guide.services : [];
  const usual = serviceName && eachLocale((locale) => ({ name: serviceName[locale] }));
  const present = organization.services.filter(({ status }) => !status || status === "active");
  const named = new Set(present.map(({ name }) => name));
  const byName = new Map(existing?.services.map((service) => [service.text[sourceLocale].name, service]));
  const inPlace = existing?.services.map((service) => (named.has(service.text[sourceLocale].name) ? undefined : service)) ?? [];
  const parts = organization.services.flatMap((service, index): Part[] => {
    const path = `services.${index}`;
    const place = present.indexOf(service);
    if (place < 0) return leaveOut(path);
    const before = byName.get(service.name ?? "") ?? inPlace[place];
    const text = words[index] ?? before?.text ?? usual ?? { [sourceLocale]: { name: service.name } };
    if (!words[index] && usual && service.name && service.name !== before?.text[sourceLocale].name) leaveOut(`${path}.name`);
    if (!words[index] && service.description && service.description !== before?.text[sourceLocale].description) leaveOut(`${path}.description`);
    const needs = service.attributes.flatMap(({ value, taxonomy_term }, place) => {
      const code = taxonomy_term?.code ?? value ?? "";
      return isNeedCode(code) ? [code] : leaveOut(`${path}.attributes.${place}`);
    });
    const costs = service.cost_options.flatMap(({ option, amount }, place) => (option && /^(free|low|paid)$/i.test(option) ? [option.toLowerCase()] : amount === 0 ? ["free"] : leaveOut(`${path}.cost_options.${place}`)));
    return [{ path, value: { needs: needs.length > 0 ? needs : (before?.needs ?? []), cost: costs[0] ?? before?.cost, text } }];
  });
  return parts.length === 0 && !existing && usual ? [{ path: "services", value: { needs: [], text: usual } }] : parts;
}

/** The organization's texts, under the same rule. */
export function hsdsText(organization: HsdsOrganization, existing: ListingDocument | undefined, leaveOut: LeaveOut): unknown {
  if (organization.guide) return organization.guide.text;
  const before = existing?.text;
  const [service] = organization.services;
  const said = {
    description: ["description", organization.description],
    intake: ["services.0.application_process", service?.application_process],
    languagesNote: ["services.0.interpretation_services", service?.interpretation_services],
    coverage: ["services.0.service_areas.0", service?.service_areas[0]?.description ?? service?.service_areas[0]?.name],
  } as const;
  for (const [field, [path, text]] of Object.entries(said)) if (text && text !== before?.[sourceLocale][field as keyof typeof said]) leaveOut(path);
  return before ?? eachLocale(() => ({}));
}
