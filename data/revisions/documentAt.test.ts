import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db";
import { approveRevision } from "./decide";
import { hideRecord } from "./hide";
import { documentAt, getEditing, getRevision } from "./read";
import { saveRevision } from "./save";
import type { Actor } from "@/lib/permissions";
import { endOf } from "@/lib/moments";

const [ana, ben]: [Actor, Actor] = [{ id: randomUUID(), role: "contributor", secondFactor: true }, { id: randomUUID(), role: "editor", secondFactor: true }];
let timeZone = "";
let entityId = "";

async function propose(name: string) {
  const { version, approved } = (await getEditing("Organization", entityId))!;
  const saved = await saveRevision(ana, { entity: "Organization", entityId, base: version, document: { ...approved!, name }, intent: "submit", sourceKey: "secondary-listing" });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return saved;
}

/** Publishes a name, as if at that instant. */
async function publish(name: string, at: string) {
  const { revisionId, version } = await propose(name);
  expect(await approveRevision(ben, revisionId, version)).toEqual({ kind: "decided" });
  await db.revision.update({ where: { id: revisionId }, data: { decidedAt: new Date(at) }, select: { id: true } });
}
const said = async (on: string, at: string | null = null) => (await documentAt("Organization", entityId, endOf(on, at, timeZone)!))?.document.name;

beforeAll(async () => {
  timeZone = (await db.city.findFirstOrThrow({ select: { timeZone: true } })).timeZone;
  entityId = (await db.organization.findFirstOrThrow({ select: { id: true } })).id;
  await db.revision.updateMany({ where: { entityId }, data: { decidedAt: new Date("2026-01-01T08:00:00Z") } });
});

describe("what the site said on a day of the city", () => {
  it("counts to midnight there, not at Greenwich", async () => {
    expect(timeZone).toBe("America/Los_Angeles");
    const first = await said("2026-01-01");
    expect(await said("2025-12-31")).toBeUndefined();
    await publish("Evening", "2026-05-04T06:59:59.999Z");
    await publish("Midnight", "2026-05-04T07:00:00.000Z");
    expect([await said("2026-05-02"), await said("2026-05-03"), await said("2026-05-04")]).toEqual([first, "Evening", "Midnight"]);
    expect([await said("2026-05-03", "23:58"), await said("2026-05-03", "23:59"), await said("2026-05-04", "00:00")]).toEqual([first, "Evening", "Midnight"]);
  });

  it("is right on the days when clocks change", async () => {
    // 1:30 is there twice on 1 November: once at 8:30 and once at 9:30 of Greenwich.
    await publish("First half past one", "2026-11-01T08:30:10Z");
    await publish("Second half past one", "2026-11-01T09:30:10Z");
    await publish("End of the long day", "2026-11-02T07:59:00Z");
    expect(await said("2026-11-01", "01:29")).toBe("First half past one");
    expect(await said("2026-11-01", "01:30")).toBe("Second half past one");
    expect(await said("2026-11-01", "22:00")).toBe("Second half past one");
    expect(await said("2026-11-01")).toBe("End of the long day");
    await publish("Short day", "2027-03-15T06:30:00Z");
    expect([await said("2027-03-13"), await said("2027-03-14"), await said("2027-03-14", "22:30")]).toEqual(["End of the long day", "Short day", "End of the long day"]);
  });

  it("goes by the time of approval, not by the number", async () => {
    const { revisionId } = await propose("Proposed before hiding");
    await hideRecord(ben, "Organization", entityId, "A scam.");
    expect((await documentAt("Organization", entityId, new Date()))?.document).toMatchObject({ hidden: true, name: "Short day" });
    const { version, approved } = (await getEditing("Organization", entityId))!;
    expect(approved).toMatchObject({ hidden: true });
    expect(await getRevision(revisionId)).toMatchObject({ before: { hidden: true, name: "Short day" }, document: { hidden: true } });
    await new Promise((done) => setTimeout(done, 5));
    expect(await approveRevision(ben, revisionId, version)).toEqual({ kind: "decided" });
    expect((await documentAt("Organization", entityId, new Date()))?.document).toMatchObject({ hidden: true, name: "Proposed before hiding" });
  });
});
