import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { recordAlone } from "./audit";
import { auditChoices, checkNewest, listAudit } from "./auditLog";
import { db } from "./db";
import { roles, type Actor } from "@/lib/permissions";

const flor: Actor = { id: randomUUID(), role: "administrator", secondFactor: false };
const [ana, ben] = [{ id: randomUUID() }, { id: randomUUID() }];

describe("the log", () => {
  it("is read by administrators only", async () => {
    for (const role of roles.filter((role) => role !== "administrator"))
      for (const read of [listAudit, auditChoices, checkNewest]) await expect(read({ ...flor, role, secondFactor: true }, {}, null, "en")).rejects.toThrow(NotAllowed);
  });

  it("is filtered by person, act, record and day, and paged by number without gaps", async () => {
    const entityId = randomUUID();
    for (let index = 0; index < 120; index++) await recordAlone(index % 2 ? ana : ben, { action: index % 3 ? "test.one" : "test.two", entity: "Organization", entityId: index % 5 ? entityId : "other", detail: { index } });
    const numbers: number[] = [];
    for (let before: number | null = null, page = 0; page === 0 || before !== null; page++) {
      const { lines, next }: Awaited<ReturnType<typeof listAudit>> = await listAudit(flor, { entity: "Organization" }, before, "en");
      numbers.push(...lines.map(({ sequence }) => sequence));
      before = next;
    }
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
    expect(numbers.length).toBeGreaterThanOrEqual(120);
    const { lines } = await listAudit(flor, { actorId: ana.id, action: "test.two", entity: "Organization", entityId }, null, "en");
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.actorId === ana.id && line.action === "test.two" && line.entityId === entityId && line.name === null)).toBe(true);
    expect((await listAudit(flor, { from: new Date(Date.now() + 60_000) }, null, "en")).lines).toEqual([]);
    expect((await listAudit(flor, { to: new Date("2020-01-01") }, null, "en")).lines).toEqual([]);
    expect((await auditChoices(flor)).actions).toEqual(expect.arrayContaining(["test.one", "test.two"]));
    for (const text of ["'; DROP TABLE x", "%", "\u{1F600}", ""]) expect((await listAudit(flor, { action: text }, null, "en")).lines).toEqual([]);
  });

  it("names what an entry is about, in the language of who reads it, and not what is gone", async () => {
    const listing = await db.organization.findFirstOrThrow({ select: { id: true, name: true } });
    const [section, provision] = [await db.section.findFirstOrThrow({ select: { id: true } }), await db.provision.findFirstOrThrow({ select: { id: true } })];
    const upload = await db.import.create({ data: { kind: "csv", fileName: "a.csv", file: new Uint8Array(), uploadedById: flor.id }, select: { id: true } });
    const person = await db.staffMember.create({ data: { name: "Nueva Persona", email: `${randomUUID()}@staff.example`, role: "editor" }, select: { id: true } });
    const source = await db.source.findFirstOrThrow({ select: { key: true, name: true } });
    const things = { Organization: listing.id, Section: section.id, Provision: provision.id, Import: upload.id, StaffMember: person.id, Source: source.key };
    for (const [entity, entityId] of Object.entries(things)) await recordAlone(ben, { action: "test.name", entity, entityId });
    for (const entity of Object.keys(things)) await recordAlone(ben, { action: "test.name", entity, entityId: randomUUID() });
    await recordAlone(null, { action: "test.name" });
    const titles = async (locale: "en" | "es") => (await listAudit(flor, { action: "test.name" }, null, locale)).lines.map(({ title }) => title).reverse();
    const [english, spanish] = [await titles("en"), await titles("es")];
    expect(english.slice(6)).toEqual([null, null, null, null, null, null, null]);
    expect([english[0], english[3], english[4], english[5]]).toEqual([listing.name, "a.csv", "Nueva Persona", source.name]);
    for (const text of [1, 2]) {
      expect(english[text]).toMatch(/\w{3}/);
      expect(spanish[text]).toMatch(/\w{3}/);
      expect(spanish[text]).not.toBe(english[text]);
    }
  });

  it("says whether its newest thousand rows are whole", async () => {
    expect((await checkNewest(flor)).fault).toBeNull();
    const { sequence } = (await listAudit(flor, {}, null, "en")).lines[0]!;
    // As somebody with the owner's login could do it.
    await db.$executeRawUnsafe('ALTER TABLE "AuditEntry" DISABLE TRIGGER USER');
    await db.$executeRaw`UPDATE "AuditEntry" SET detail = '{"index": 1000000}' WHERE sequence = ${sequence - 10}`;
    expect((await checkNewest(flor)).fault).toEqual({ fault: "changed", sequence: sequence - 10 });
    await db.$executeRaw`DELETE FROM "AuditEntry" WHERE sequence = ${sequence - 10}`;
    expect((await checkNewest(flor)).fault).toEqual({ fault: "removed", sequence: sequence - 10 });
  });

  it("begins in the middle of a longer one", async () => {
    await db.$executeRaw`DELETE FROM "AuditEntry"`;
    for (let index = 0; index < 1_010; index++) await recordAlone(ana, { action: "test.many" });
    expect(await checkNewest(flor)).toEqual({ count: 1_000, fault: null });
  });
});
