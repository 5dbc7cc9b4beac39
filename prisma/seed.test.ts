import { afterAll, expect, it } from "vitest";
import { db } from "../data/db.ts";
import { refreshSearchDocuments } from "../data/refreshSearchDocuments.ts";
import { getEditing } from "../data/revisions/read.ts";
import { saveRevision } from "../data/revisions/save.ts";
import { searchListings } from "../data/search.ts";
import { textHash } from "../lib/hash.ts";
import { sourceLocale } from "../lib/locales.ts";
import type { Actor } from "../lib/permissions.ts";
import { seed } from "../server/seed.ts";

afterAll(() => db.$disconnect());

/** Rows of every table but the log, which says each time that content was loaded. */
async function countRows(): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<
    { name: string }[]
  >`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'AuditEntry' ORDER BY 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) counts[name] = (await db.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM "${name}"`))[0]!.count;
  return counts;
}

/** Whatever pages are made of, without the ids that are given anew. */
const readAll = async () => ({
  chapters: await db.chapter.findMany({ orderBy: { key: "asc" }, select: { id: true, key: true, position: true } }),
  sections: await db.section.findMany({ orderBy: { id: "asc" }, select: { id: true, key: true } }),
  directives: await db.directive.findMany({ orderBy: { key: "asc" }, select: { id: true, key: true, madeLawById: true } }),
  organizations: await db.organization.findMany({ orderBy: { slug: "asc" }, select: { id: true, slug: true, name: true } }),
  phones: await db.phone.findMany({ orderBy: [{ organizationId: "asc" }, { position: "asc" }], select: { organizationId: true, number: true } }),
  texts: await db.translation.findMany({
    where: { entity: { in: ["Chapter", "Section", "Directive", "Provision", "Organization", "City", "TaxonomyTerm"] } },
    orderBy: [{ entity: "asc" }, { entityId: "asc" }, { locale: "asc" }],
    select: { entity: true, entityId: true, locale: true, slug: true, sourceHash: true },
  }),
});

it("doubles nothing when it is run twice, and what staff have confirmed stays", async () => {
  const { id: organizationId } = await db.organization.findUniqueOrThrow({ where: { slug: "carecen" }, select: { id: true } });
  const verification = await db.verification.create({
    data: { organizationId, method: "phone", verifiedOn: new Date("2026-11-20"), validUntil: new Date("2027-02-20") },
    select: { id: true },
  });
  const before = { counts: await countRows(), all: await readAll() };
  expect(before.counts).toMatchObject({ Chapter: 17, Directive: 7, Organization: 50, Address: 40, City: 1 });
  await seed(process.env.DATABASE_URL!, () => {});
  expect({ counts: await countRows(), all: await readAll() }).toEqual(before);
  await db.verification.delete({ where: { id: verification.id }, select: { id: true } });
}, 120_000);

it("leaves alone what staff have changed, or are changing", async () => {
  const ana: Actor = { id: "ana", role: "editor", secondFactor: true };
  const { id: entityId } = await db.organization.findUniqueOrThrow({ where: { slug: "chirla" }, select: { id: true } });
  const { version, approved } = (await getEditing("Organization", entityId))!;
  const text = { ...approved!.text, en: { ...approved!.text.en, intake: "Call first." }, es: { ...approved!.text.es, intake: "Llame antes." } };
  expect(await saveRevision(ana, { entity: "Organization", entityId, base: version, document: { ...approved!, text }, intent: "publish", sourceKey: "secondary-listing" })).toMatchObject({ published: true });
  const lines: string[] = [];
  await seed(process.env.DATABASE_URL!, (line) => lines.push(line));
  expect((await getEditing("Organization", entityId))?.approved?.text.es.intake).toBe("Llame antes.");
  expect(lines.join("\n")).toContain("because staff have changed them: 1");
}, 120_000);

it("brings what searching reads up to the words of the needs, and writes only what differs", async () => {
  // xmin: the transaction that wrote the row.
  const read = () => db.$queryRaw<{ id: string; vector: string; needs: string[]; xmin: string }[]>`SELECT "organizationId" AS id, md5(vector::text) AS vector, needs, xmin::text FROM "SearchDocument" ORDER BY 1`;
  const texts = (rows: Awaited<ReturnType<typeof read>>) => rows.map(({ xmin: _, ...row }) => row);
  const before = await read();
  const helping = before.filter(({ needs }) => needs.includes("detained")).map(({ id }) => id);
  const found = async () => (await searchListings({ q: "qwertzuiop" }, null, 1)).confirmed;
  await db.$executeRaw`UPDATE "Translation" SET text = jsonb_set(text, '{name}', '"Qwertzuiop"') WHERE entity = 'TaxonomyTerm' AND "entityId" = (SELECT id FROM "TaxonomyTerm" WHERE code = 'detained')`;
  expect([await found(), await refreshSearchDocuments(), await found()]).toEqual([0, helping.length, helping.length]);
  await db.$executeRaw`INSERT INTO "SearchDocument" ("organizationId", name) SELECT id, 'hotlines stand above the list' FROM "Organization" WHERE kind = 'hotline' LIMIT 1`;
  const stale = new Map((await read()).map((row) => [row.id, row]));
  const lines: string[] = [];
  await seed(process.env.DATABASE_URL!, (line) => lines.push(line));
  const after = await read();
  expect(texts(after)).toEqual(texts(before));
  expect(helping.length).toBeGreaterThan(0);
  expect(await found()).toBe(0);
  expect(after.filter(({ id, xmin }) => xmin !== stale.get(id)?.xmin).map(({ id }) => id)).toEqual(helping);
  expect(lines.join("\n")).toContain(`found by other words now: ${helping.length + 1}`);
  await seed(process.env.DATABASE_URL!, () => {});
  expect(await read()).toEqual(after);
}, 120_000);

it("gives every text the hash of its English", async () => {
  const rows = await db.translation.findMany({ select: { entity: true, entityId: true, locale: true, text: true, sourceHash: true } });
  const english = new Map(rows.filter(({ locale }) => locale === sourceLocale).map(({ entity, entityId, text }) => [`${entity} ${entityId}`, textHash(text)]));
  expect(rows.length).toBeGreaterThan(500);
  for (const { entity, entityId, locale, sourceHash } of rows) expect(sourceHash, `${entity} ${entityId} ${locale}`).toBe(english.get(`${entity} ${entityId}`));
});

it("has every text in every language", async () => {
  const rows = await db.translation.groupBy({ by: ["entity", "entityId"], _count: true });
  expect(rows.filter(({ _count }) => _count !== 2)).toEqual([]);
});

it("cites a source for every fact and every section", async () => {
  const organizations = await db.organization.findMany({ select: { id: true, slug: true, phones: { select: { id: true } }, locations: { select: { id: true } } } });
  for (const { id, slug, phones, locations } of organizations) {
    const cited = new Set((await db.citation.findMany({ where: { entity: "Organization", entityId: id }, select: { field: true } })).map(({ field }) => field));
    expect(cited.has("phone"), slug).toBe(phones.length > 0);
    expect(cited.has("address"), slug).toBe(locations.length > 0);
    expect(cited.has("name"), slug).toBe(true);
  }
  for (const { id, key } of await db.section.findMany({ select: { id: true, key: true } }))
    expect(await db.citation.count({ where: { entity: "Section", entityId: id } }), key).toBeGreaterThan(0);
});
