import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { todayInCity } from "./city";
import { countWaits, listRecent, listReturned, verificationDue, waits } from "./dashboard";
import { db } from "./db";
import { approveRevision, rejectRevision } from "./revisions/decide";
import { hideRecord } from "./revisions/hide";
import { getEditing } from "./revisions/read";
import { saveRevision } from "./revisions/save";
import { decidable, listDrafts, listProposals, proposalsPerPage } from "./waiting";
import { countDue, listDue } from "./verificationQueue";
import type { Actor, Role } from "@/lib/permissions";
import { daysAfter } from "@/lib/dates";

const roleOf = { ana: "contributor", ben: "editor", eva: "editor", tom: "translator", cleo: "counsel", flor: "administrator" } as const satisfies Record<string, Role>;
const people = Object.fromEntries(Object.entries(roleOf).map(([name, role]) => [name, { id: randomUUID(), role, secondFactor: true }])) as Record<keyof typeof roleOf, Actor>;
const { ana, ben, eva, tom, cleo, flor } = people;
const sourceKey = "secondary-listing";
let ids: string[] = [];

beforeAll(async () => {
  await db.staffMember.createMany({ data: Object.entries(people).map(([name, { id, role }]) => ({ id, role, name, email: `${name}@example.org` })) });
  ids = (await db.organization.findMany({ orderBy: { slug: "asc" }, select: { id: true } })).map(({ id }) => id);
});

async function propose(actor: Actor, entityId: string, number: string, intent: "submit" | "draft" = "submit") {
  const { version, approved, open } = (await getEditing("Organization", entityId))!;
  const saved = await saveRevision(actor, { entity: "Organization", entityId, base: version, document: { ...(open?.document ?? approved!), phones: [{ number, type: "voice" }] }, intent, sourceKey });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return saved;
}

describe("what waits", () => {
  it("is nothing of staff's making at first", async () => {
    expect(await countWaits(ben)).toMatchObject({ decide: 0, corrections: 0, imports: 0, counsel: 0, drafts: 0 });
    expect(await listRecent("en")).toEqual([]);
  });

  it("counts for the one who can do something about it, and for nobody else", async () => {
    await propose(ana, ids[0]!, "213-555-0101");
    await propose(ben, ids[1]!, "213-555-0102");
    await propose(ana, ids[2]!, "213-555-0103", "draft");
    await db.correction.createMany({ data: [{ organizationId: ids[0]!, kind: "other", locale: "en" }, { organizationId: ids[0]!, kind: "other", locale: "es", receivedAt: new Date("2020-01-01") }] });
    await db.import.createMany({ data: [ben, eva].map(({ id }) => ({ kind: "csv" as const, fileName: "a.csv", file: new Uint8Array(), state: "submitted" as const, uploadedById: id })) });
    expect(await countWaits(ana)).toMatchObject({ decide: 0, corrections: 1, imports: 0, drafts: 1, counsel: 0, readers: 0 });
    expect(await countWaits(ben)).toMatchObject({ decide: 1, corrections: 1, imports: 1, drafts: 0 });
    expect(await countWaits(flor)).toMatchObject({ decide: 2, corrections: 1, imports: 2, drafts: 0 });
    expect(await countWaits(tom)).toMatchObject({ decide: 0, corrections: 0, imports: 0, counsel: 0 });
    const counsel = await countWaits(cleo);
    expect(counsel).toMatchObject({ decide: 0, corrections: 0, imports: 0, drafts: 0, readers: 0 });
    expect(counsel.counsel).toBeGreaterThan(0);
    expect((await countWaits(tom)).readers).toBeGreaterThan(0);
    expect(Object.keys(counsel).sort()).toEqual([...waits].sort());
  });

  it("is listed the oldest first, by kind, by others, and page by page", async () => {
    const all = await listProposals(ben, { entity: null, byOthers: false }, 1, "en");
    expect(all.proposals.map(({ entityId }) => entityId)).toEqual([ids[0], ids[1]]);
    expect(all.proposals.map(({ decidable }) => decidable)).toEqual(["yes", "own"]);
    expect(all.proposals[0]).toMatchObject({ isNew: false, authors: ["ana"], sensitive: ["phones"] });
    expect((await listProposals(ben, { entity: null, byOthers: true }, 1, "en")).proposals.map(({ entityId }) => entityId)).toEqual([ids[0]]);
    expect((await listProposals(ben, { entity: "Section", byOthers: false }, 1, "en")).count).toBe(0);
    expect((await listProposals(ben, { entity: null, byOthers: false }, 2, "en")).proposals).toEqual([]);
    expect(proposalsPerPage).toBeGreaterThan(1);
    expect((await listDrafts(ana, "en")).map(({ entityId }) => entityId)).toEqual([ids[2]]);
    expect(await listDrafts(ben, "en")).toEqual([]);
  });

  it("tells who may decide", () => {
    expect(decidable(ana, [], ["phones"])).toBe("role");
    expect(decidable({ ...ben, secondFactor: false }, [], [])).toBe("secondFactor");
    expect(decidable(ben, [ben.id], [])).toBe("yes");
    expect(decidable(ben, [ana.id, ben.id], ["text"])).toBe("own");
    expect(decidable(ben, [ana.id], ["text"])).toBe("yes");
  });
});

describe("what came back, and what happened", () => {
  it("names the reason to its author, and who went on", async () => {
    const first = await propose(ana, ids[3]!, "213-555-0104");
    await rejectRevision(ben, first.revisionId, first.version, "Nobody answers.");
    await propose(ana, ids[4]!, "213-555-0105");
    await propose(ana, ids[4]!, "213-555-0106");
    await propose(eva, ids[5]!, "213-555-0107");
    await propose(ana, ids[5]!, "213-555-0108");
    expect((await listReturned(ana, "en")).map(({ state, reason, decider }) => [state, reason, decider])).toEqual([["rejected", "Nobody answers.", "ben"]]);
    expect((await listReturned(eva, "en")).map(({ state, decider }) => [state, decider])).toEqual([["amended", "ana"]]);
    expect(await listReturned(ben, "en")).toEqual([]);
    await db.$executeRaw`UPDATE "Revision" SET "decidedAt" = "decidedAt" - interval '31 days' WHERE id = ${first.revisionId}`;
    expect(await listReturned(ana, "en")).toEqual([]);
  });

  it("shows decisions of staff, the newest first", async () => {
    const { revisionId, version } = await propose(ana, ids[6]!, "213-555-0109");
    await approveRevision(eva, revisionId, version);
    await hideRecord(ben, "Organization", ids[7]!, "Closed.");
    const recent = await listRecent("en");
    expect(recent.slice(0, 2).map(({ state, decider, authors }) => [state, decider, authors])).toEqual([["approved", "ben", ["ben"]], ["approved", "eva", ["ana"]]]);
    expect(recent.every(({ at }) => at instanceof Date)).toBe(true);
  });

  it("calls a text as its reader does", async () => {
    const section = await db.section.findFirstOrThrow({ where: { hidden: false }, select: { id: true } });
    const { approved } = (await getEditing("Section", section.id))!;
    await hideRecord(ben, "Section", section.id, "Twice.");
    expect((await listRecent("en"))[0]?.title).toBe(approved!.text.en.title);
    expect((await listRecent("es"))[0]?.title).toBe(approved!.text.es.title);
  });
});

describe("confirmations due", () => {
  it("fall into the week of their last day, the newest one counts, and hidden listings do not", async () => {
    await db.verification.deleteMany();
    const today = await todayInCity();
    const seen = await db.organization.count({ where: { hidden: false } });
    const withPhone = await db.organization.count({ where: { hidden: false, phones: { some: {} } } });
    expect(await verificationDue()).toEqual({ overdue: { phones: withPhone, rest: seen }, weeks: [] });
    const shown = await db.organization.findMany({ where: { hidden: false, phones: { some: {} } }, take: 6, select: { id: true } });
    const until = (days: number) => ({ method: "call", verifiedOn: new Date("2026-01-01"), validUntil: new Date(daysAfter(today, days)) });
    await db.verification.createMany({
      data: [
        { organizationId: shown[0]!.id, facts: "phones", ...until(-1) },
        { organizationId: shown[1]!.id, facts: "phones", ...until(0) },
        { organizationId: shown[2]!.id, facts: "phones", ...until(6) },
        { organizationId: shown[3]!.id, facts: "phones", ...until(7) },
        { organizationId: shown[4]!.id, facts: "rest", ...until(90) },
        { organizationId: shown[5]!.id, facts: "phones", ...until(91) },
        { organizationId: shown[3]!.id, facts: "phones", ...until(-100) },
        { organizationId: ids[7]!, facts: "phones", ...until(3) },
      ],
    });
    const due = await verificationDue();
    expect(due.overdue).toEqual({ phones: withPhone - 4, rest: seen - 1 });
    expect(due.weeks).toHaveLength(13);
    expect(due.weeks[0]).toEqual({ from: today, phones: 2, rest: 0 });
    expect(due.weeks[1]).toEqual({ from: daysAfter(today, 7), phones: 1, rest: 0 });
    expect(due.weeks[12]).toEqual({ from: daysAfter(today, 84), phones: 0, rest: 1 });
    await db.verification.createMany({ data: shown.slice(1, 3).map(({ id }) => ({ organizationId: id, facts: "rest" as const, ...until(0) })) });
    expect(await countDue()).toBe((await listDue({ soon: false, city: "", page: 1 })).total);
    expect(await countDue()).toBe(seen - 2);
    expect((await countWaits(ana)).confirm).toBe(seen - 2);
    expect((await countWaits(tom)).confirm).toBe(0);
  });
});
