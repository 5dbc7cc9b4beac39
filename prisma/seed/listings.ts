import { ContentError, type Content } from "../content.ts";
import { forget, seedCitations, seedTexts } from "./texts.ts";
import type { Transaction } from "../../data/db.ts";
import { listedFacts } from "../../lib/content.ts";
import { eachLocale } from "../../lib/locales.ts";
import { parsePhone } from "../../lib/phones.ts";

type Listing = Content["listings"][number];

/** The needs and the organizations. @returns the ids of the organizations, for their search documents */
export async function seedListings(db: Transaction, { needs, listings }: Content): Promise<string[]> {
  const terms = await seedNeeds(db, needs);
  const ids: string[] = [];
  for (const listing of listings) ids.push(await seedListing(db, listing, terms));
  const gone = await db.organization.findMany({ where: { slug: { notIn: listings.map(({ slug }) => slug) } }, select: { id: true } });
  for (const { id } of gone) await clearParts(db, id);
  await forget(
    db,
    "Organization",
    gone.map(({ id }) => id),
  );
  await db.organization.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  return ids;
}

async function seedNeeds(db: Transaction, needs: Content["needs"]): Promise<Map<string, string>> {
  const taxonomyKey = "need";
  await db.taxonomy.upsert({ where: { key: taxonomyKey }, create: { key: taxonomyKey }, update: {}, select: { key: true } });
  const terms = new Map<string, string>();
  for (const [position, [code, words]] of Object.entries(needs).entries()) {
    const { id } = await db.taxonomyTerm.upsert({
      where: { taxonomyKey_code: { taxonomyKey, code } },
      create: { taxonomyKey, code, position },
      update: { position },
      select: { id: true },
    });
    await seedTexts(db, "TaxonomyTerm", id, words);
    terms.set(code, id);
  }
  return terms;
}

async function seedListing(db: Transaction, { slug, facts }: Listing, terms: Map<string, string>): Promise<string> {
  const phones = facts.phones.map(({ number, extension, type }, position) => {
    const parsed = parsePhone(number);
    if (!parsed) throw new ContentError(`listings/${slug}.yaml: phones: ${number} is not a telephone number`);
    return { number: parsed, extension: extension ?? null, type, position };
  });
  const { kind, position, name, grade } = facts;
  const row = { kind, position, name, grade, alternateName: facts.alternateName ?? null, website: facts.website ?? null, email: facts.email ?? null };
  const { id: organizationId } = await db.organization.upsert({ where: { slug }, create: { slug, ...row }, update: row, select: { id: true } });
  await clearParts(db, organizationId);

  await db.phone.createMany({ data: phones.map((phone) => ({ organizationId, ...phone })) });
  await db.schedule.createMany({ data: facts.schedules.map(({ byday, ...times }) => ({ organizationId, byday: byday.join(","), ...times })) });
  await db.language.createMany({ data: facts.languages.map((code) => ({ organizationId, code })) });
  if (facts.recognition) {
    const { recognizedOn, expiresOn, ...rest } = facts.recognition;
    await db.recognition.create({ data: { organizationId, recognizedOn: new Date(recognizedOn), expiresOn: new Date(expiresOn), ...rest }, select: { organizationId: true } });
  }
  const locationIds: string[] = [];
  for (const [position, { address2, ...address }] of facts.locations.entries()) {
    const location = await db.location.create({ data: { organizationId, position, address: { create: { ...address, address2: address2 ?? null } } }, select: { id: true } });
    locationIds.push(location.id);
  }
  for (const [position, service] of facts.services.entries()) {
    const { id } = await db.service.create({
      data: {
        organizationId,
        position,
        attributes: { create: service.needs.map((code) => ({ taxonomyTermId: terms.get(code)! })) },
        costOptions: { create: service.cost ? [{ option: service.cost }] : [] },
        serviceAtLocations: { create: locationIds.map((locationId) => ({ locationId })) },
      },
      select: { id: true },
    });
    await seedTexts(db, "Service", id, service.text);
  }
  for (const [position, { field, note, text }] of facts.conflicts.entries()) {
    const { id } = await db.conflict.create({ data: { organizationId, position, field, note }, select: { id: true } });
    await seedTexts(
      db,
      "Conflict",
      id,
      eachLocale((locale) => ({ text: text[locale] })),
    );
  }
  await seedTexts(db, "Organization", organizationId, facts.text);
  await seedCitations(db, "Organization", organizationId, sourcesOfFacts(facts));
  return organizationId;
}

/** Parts are written anew each time; verifications stay, they are nobody's starter content. */
async function clearParts(db: Transaction, organizationId: string): Promise<void> {
  const where = { organizationId };
  const [services, conflicts] = await Promise.all([db.service.findMany({ where, select: { id: true } }), db.conflict.findMany({ where, select: { id: true } })]);
  await db.translation.deleteMany({ where: { entityId: { in: [...services, ...conflicts].map(({ id }) => id) } } });
  await db.phone.deleteMany({ where });
  await db.schedule.deleteMany({ where });
  await db.language.deleteMany({ where });
  await db.recognition.deleteMany({ where });
  await db.conflict.deleteMany({ where });
  await db.service.deleteMany({ where });
  await db.location.deleteMany({ where });
}

/** The sources of each fact that the listing has: its own list, or the one that serves all. */
function sourcesOfFacts(facts: Listing["facts"]): Record<string, string[]> {
  const text = facts.text.en;
  const has: Record<(typeof listedFacts)[number], boolean> = {
    name: true,
    phone: facts.phones.length > 0,
    address: facts.locations.length > 0,
    website: Boolean(facts.website),
    email: Boolean(facts.email),
    hours: facts.schedules.length > 0,
    languages: facts.languages.length > 0 || Boolean(text.languagesNote),
    intake: Boolean(text.intake),
    services: facts.services.some(({ needs, text }) => needs.length > 0 || Boolean(text.en.description)),
    recognition: Boolean(facts.recognition),
    coverage: Boolean(text.coverage),
  };
  return Object.fromEntries(listedFacts.filter((fact) => has[fact]).map((fact) => [fact, facts.sources[fact] ?? facts.sources.all ?? []]));
}
