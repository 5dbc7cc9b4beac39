import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { addCorrection, countCorrections, handleCorrections, listCorrections, purgeCorrections } from "./corrections";
import { db } from "./db";
import { correctionForm, type CorrectionKind } from "@/lib/corrections";
import type { Actor, Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben] = [person("contributor"), person("editor")];
const listings = await db.organization.findMany({ orderBy: { slug: "asc" }, take: 6, select: { id: true, slug: true } });
const [first, second, third, fourth, fifth, sixth] = listings as [(typeof listings)[0], (typeof listings)[0], (typeof listings)[0], (typeof listings)[0], (typeof listings)[0], (typeof listings)[0]];
const report = (slug: string, kind: CorrectionKind = "other", note = "") => addCorrection({ slug, kind, note, locale: "es" });
const about = async (id: string) => (await listCorrections(ana)).find(({ organizationId }) => organizationId === id)?.corrections ?? [];

describe("a reader's report", () => {
  it("waits for staff with its words and nothing about the reader", async () => {
    expect(await report(first.slug, "wrongAddress", "<b>moved</b>")).toBe(true);
    const [correction, ...others] = await about(first.id);
    expect(correction).toEqual({ id: expect.any(String), kind: "wrongAddress", note: "<b>moved</b>", locale: "es", receivedAt: expect.any(Date) });
    expect(others).toEqual([]);
  });

  it("counts once within an hour, also when ten come at once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => report(second.slug, "numberDoesNotAnswer")));
    expect(await about(second.id)).toHaveLength(1);
    await report(second.slug, "numberDoesNotAnswer", "since May");
    expect(await about(second.id)).toHaveLength(2);
    await db.correction.updateMany({ where: { organizationId: second.id }, data: { receivedAt: new Date(Date.now() - 3_700_000) } });
    await report(second.slug, "numberDoesNotAnswer");
    expect(await about(second.id)).toHaveLength(3);
  });

  it("on a listing that residents do not see is not taken", async () => {
    await db.organization.update({ where: { id: third.id }, data: { hidden: true }, select: { id: true } });
    expect(await report(third.slug)).toBe(false);
    expect(await report("no-such-listing")).toBe(false);
    expect(await about(third.id)).toEqual([]);
  });

  it("of money stands first, then the oldest", async () => {
    await report(fourth.slug);
    await report(fifth.slug, "asksForMoney");
    const order = (await listCorrections(ana)).map(({ organizationId }) => organizationId);
    expect(order[0]).toBe(fifth.id);
    expect(order.indexOf(first.id)).toBeLessThan(order.indexOf(fourth.id));
  });

  it("is closed once: of two at once one counts; its words are in no audit row", async () => {
    await report(sixth.slug, "other", "a very secret note");
    const ids = (await about(sixth.id)).map(({ id }) => id);
    const counts = await Promise.all([handleCorrections(ana, ids, "corrected"), handleCorrections(ben, ids, "spam")]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await about(sixth.id)).toEqual([]);
    const rows = await db.auditEntry.findMany({ where: { action: "correction.handle" }, select: { entityId: true, detail: true } });
    expect(rows).toMatchObject([{ entityId: sixth.id, detail: { correction: ids[0], kind: "other" } }]);
    expect(JSON.stringify(rows)).not.toContain("secret");
    expect(await handleCorrections(ana, ["", "no such id", "\u0001"], "spam")).toBe(0);
  });

  it("is gone after 90 days, for every reader of the queue even before the purge", async () => {
    await report(first.slug, "other", "old");
    const before = await countCorrections();
    const old = await db.correction.findFirstOrThrow({ where: { note: "old" }, select: { id: true } });
    await db.correction.update({ where: { id: old.id }, data: { receivedAt: new Date(Date.now() - 90 * 86_400_000 - 1000) }, select: { id: true } });
    expect(await countCorrections()).toBe(before - 1);
    expect((await about(first.id)).map(({ note }) => note)).not.toContain("old");
    expect(await handleCorrections(ana, [old.id], "spam")).toBe(0);
    expect(await purgeCorrections()).toBe(1);
    expect(await purgeCorrections()).toBe(0);
  });

  it.each(["translator", "counsel"] as const)("is nothing for a %s", async (role) => {
    await expect(listCorrections(person(role))).rejects.toThrow(NotAllowed);
    await expect(handleCorrections(person(role), [], "spam")).rejects.toThrow(NotAllowed);
  });

  it("may hold any text that fits, and gives back exactly that", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 320 }), async (typed) => {
        const parsed = correctionForm.safeParse({ slug: fourth.slug, locale: "en", kind: "other", note: typed });
        if (!parsed.success) return;
        await db.correction.deleteMany({ where: { organizationId: fourth.id } });
        expect(await addCorrection(parsed.data)).toBe(true);
        expect((await about(fourth.id)).map(({ note }) => note)).toEqual([parsed.data.note || null]);
      }),
      { numRuns: 100 },
    );
  });
});
