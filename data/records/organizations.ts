import { randomUUID } from "node:crypto";
import type { Transaction } from "../db";
import { insertRows } from "../insertRows";
import { refreshSearchDocuments } from "../searchDocuments";
import { endVoidVerifications } from "../voidVerifications";
import { readCitations, writeCitations } from "./citations";
import type { RecordKind, Written } from "./kind";
import { readTexts, removeTexts, writeTexts } from "./texts";
import { isoDay } from "@/lib/dates";
import { confirmedLocales } from "@/lib/documentTexts";
import { listingDocument, withOwnSources } from "@/lib/listing";
import { eachLocale, locales } from "@/lib/locales";

type Listing = Written<"Organization">;
const present = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
const inOrder = { orderBy: { position: "asc" } } as const;

export const organizations: RecordKind<"Organization"> = {
  async read(transaction, ids) {
    const rows = await transaction.organization.findMany({
      where: { id: { in: ids } },
      select: {
        id: true, slug: true, kind: true, position: true, name: true, alternateName: true, email: true, website: true, grade: true, hidden: true,
        phones: { ...inOrder, select: { number: true, extension: true, type: true } },
        locations: { ...inOrder, select: { address: { select: { address1: true, address2: true, city: true, stateProvince: true, postalCode: true, addressType: true, visibility: true } } } },
        languages: { orderBy: { code: "asc" }, select: { code: true } },
        schedules: { select: { byday: true, opensAt: true, closesAt: true } },
        recognition: { select: { recognizedOn: true, expiresOn: true, renewalPending: true, status: true } },
        services: { ...inOrder, select: { id: true, costOptions: { select: { option: true } }, attributes: { orderBy: { taxonomyTerm: { position: "asc" } }, select: { taxonomyTerm: { select: { code: true } } } } } },
        conflicts: { ...inOrder, select: { id: true, field: true, note: true } },
      },
    });
    const [texts, serviceTexts, conflictTexts, citations] = [
      await readTexts(transaction, "Organization", ids),
      await readTexts(transaction, "Service", rows.flatMap(({ services }) => services.map(({ id }) => id))),
      await readTexts(transaction, "Conflict", rows.flatMap(({ conflicts }) => conflicts.map(({ id }) => id))),
      await readCitations(transaction, "Organization", ids),
    ];
    return new Map(
      rows.map(({ id, alternateName, email, website, phones, locations, languages, schedules, recognition, services, conflicts, ...facts }) => [
        id,
        listingDocument.parse({
          ...facts,
          ...present({ alternateName, email, website }),
          phones: phones.map(present),
          locations: locations.flatMap(({ address }) => (address ? [present(address)] : [])),
          languages: languages.map(({ code }) => code),
          schedules: schedules.map(({ byday, ...times }) => ({ byday: byday.split(","), ...times })),
          ...(recognition ? { recognition: { ...recognition, recognizedOn: isoDay(recognition.recognizedOn), expiresOn: isoDay(recognition.expiresOn) } } : {}),
          services: services.map(({ id, costOptions: [cost], attributes }) => ({
            needs: attributes.map(({ taxonomyTerm }) => taxonomyTerm.code),
            ...(cost ? { cost: cost.option } : {}),
            text: serviceTexts.get(id)!.text,
          })),
          conflicts: conflicts.map(({ id, ...conflict }) => ({ ...conflict, text: Object.fromEntries(Object.entries(conflictTexts.get(id)!.text).map(([locale, text]) => [locale, (text as { text: string }).text])) })),
          text: { ...eachLocale(() => ({})), ...texts.get(id)!.text },
          sources: citations.get(id)!,
        }),
      ]),
    );
  },

  async write(transaction, records) {
    const rows = records.map(({ id, document: { kind, position, name, grade, slug, hidden, alternateName, website, email } }) => ({
      id, kind, position, name, grade, slug, hidden, alternateName: alternateName ?? null, website: website ?? null, email: email ?? null,
    }));
    await insertRows(transaction, "Organization", rows, "replaceById");
    await writeParts(transaction, records);
    await writeServices(transaction, records);
    await writeConflicts(transaction, records);
    await writeTexts(transaction, "Organization", records.map(({ id, document }) => ({ entityId: id, words: document.text, confirmed: confirmedLocales("Organization", document) })));
    await writeCitations(transaction, "Organization", records.map(({ id, document }) => ({ entityId: id, sources: withOwnSources(document).sources })));
    await refreshSearchDocuments(records.map(({ id }) => id), transaction);
    await endVoidVerifications(transaction, records);
  },
};

/** Parts that nothing else points to are written anew. */
async function writeParts(transaction: Transaction, records: Listing[]): Promise<void> {
  const where = { organizationId: { in: records.map(({ id }) => id) } };
  await transaction.phone.deleteMany({ where });
  await transaction.schedule.deleteMany({ where });
  await transaction.language.deleteMany({ where });
  await transaction.recognition.deleteMany({ where });
  await transaction.location.deleteMany({ where });
  const rows = <Row>(make: (listing: Listing["document"]) => Row[]) => records.flatMap(({ id: organizationId, document }) => make(document).map((row) => ({ organizationId, ...row })));
  const withId = <Row>(some: Row[]) => some.map((row) => ({ id: randomUUID() as string, ...row }));
  await insertRows(transaction, "Phone", withId(rows(({ phones }) => phones.map(({ number, extension, type }, position) => ({ number, extension: extension ?? null, type, position })))));
  await insertRows(transaction, "Schedule", withId(rows(({ schedules }) => schedules.map(({ byday, opensAt, closesAt }) => ({ byday: byday.join(","), opensAt, closesAt })))));
  await insertRows(transaction, "Language", withId(rows(({ languages }) => [...new Set(languages)].map((code) => ({ code })))));
  await insertRows(transaction, "Recognition", rows(({ recognition }) => (recognition ? [recognition] : [])));
  const locations = rows((listing) => listing.locations.map((address, position) => ({ id: randomUUID(), position, address })));
  await insertRows(transaction, "Location", locations.map(({ address: _, ...location }) => location));
  await insertRows(transaction, "Address", withId(locations.map(({ id: locationId, address }) => ({ locationId, country: "US", ...address, address2: address.address2 ?? null }))));
}

/** A service keeps its id by its place in the list: its translations know which English they were made from. */
async function writeServices(transaction: Transaction, records: Listing[]): Promise<void> {
  const organizationId = { in: records.map(({ id }) => id) };
  const [old, locations, terms] = [
    await transaction.service.findMany({ where: { organizationId }, ...inOrder, select: { id: true, organizationId: true } }),
    await transaction.location.findMany({ where: { organizationId }, select: { id: true, organizationId: true } }),
    await transaction.taxonomyTerm.findMany({ where: { taxonomyKey: "need" }, select: { id: true, code: true } }),
  ];
  const termIds = new Map(terms.map(({ code, id }) => [code, id]));
  const known = keptInOrder(records, old, ({ services }) => services);
  await removeTexts(transaction, "Service", known.gone);
  await transaction.service.deleteMany({ where: { id: { in: known.gone } } });
  await insertRows(transaction, "Service", known.all.map(({ id, organizationId, position }) => ({ id, organizationId, position })), "skip");
  const serviceId = { in: known.all.map(({ id }) => id) };
  await transaction.attribute.deleteMany({ where: { serviceId } });
  await transaction.costOption.deleteMany({ where: { serviceId } });
  await insertRows(transaction, "Attribute", known.all.flatMap(({ id, item }) => [...new Set(item.needs)].map((code) => ({ serviceId: id, taxonomyTermId: termIds.get(code)! }))));
  await insertRows(transaction, "CostOption", known.all.flatMap(({ id, item }) => (item.cost ? [{ id: randomUUID(), serviceId: id, option: item.cost }] : [])));
  const byOrganization = grouped(locations);
  await insertRows(
    transaction,
    "ServiceAtLocation",
    known.all.flatMap(({ id, organizationId }) => (byOrganization.get(organizationId) ?? []).map((location) => ({ serviceId: id, locationId: location.id }))),
  );
  await writeTexts(transaction, "Service", known.all.map(({ id, item, confirmed }) => ({ entityId: id, words: item.text, confirmed })));
}

async function writeConflicts(transaction: Transaction, records: Listing[]): Promise<void> {
  const old = await transaction.conflict.findMany({ where: { organizationId: { in: records.map(({ id }) => id) } }, ...inOrder, select: { id: true, organizationId: true } });
  const known = keptInOrder(records, old, ({ conflicts }) => conflicts);
  await removeTexts(transaction, "Conflict", known.gone);
  await transaction.conflict.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  await transaction.conflict.createMany({ data: known.all.map(({ id, organizationId, position, item: { field, note } }) => ({ id, organizationId, position, field, note })) });
  await writeTexts(
    transaction,
    "Conflict",
    known.all.map(({ id, item, confirmed }) => ({ entityId: id, confirmed, words: Object.fromEntries(locales.map((locale) => [locale, { text: item.text[locale] }])) as Record<(typeof locales)[number], { text: string }> })),
  );
}

/** Gives each item of a list the id that the one in its place had, or a new one; `gone` are the ids that are left over. */
function keptInOrder<Item>(records: Listing[], old: { id: string; organizationId: string }[], itemsOf: (document: Listing["document"]) => Item[]) {
  const ids = grouped(old);
  const all = records.flatMap(({ id: organizationId, document }) => {
    const confirmed = confirmedLocales("Organization", document);
    return itemsOf(document).map((item, position) => ({ id: ids.get(organizationId)?.[position]?.id ?? randomUUID(), organizationId, position, item, confirmed }));
  });
  const used = new Set(all.map(({ id }) => id));
  return { all, gone: old.flatMap(({ id }) => (used.has(id) ? [] : [id])) };
}

function grouped<Row extends { organizationId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.organizationId, [...(groups.get(row.organizationId) ?? []), row]);
  return groups;
}
