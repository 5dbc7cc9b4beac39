import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "./allow";
import { confirmByLink, createConfirmationLink, listConfirmationLinks, proposeByLink, readConfirmationLink } from "./confirmationLinks";
import { db } from "./db";
import { getListing } from "./listings";
import { approveRevision } from "./revisions/decide";
import { hideRecord } from "./revisions/hide";
import { getEditing, getRevision } from "./revisions/read";
import { saveRevision } from "./revisions/save";
import { listVerifications } from "./verification";
import type { Actor, Role } from "@/lib/permissions";

const person = (role: Role): Actor => ({ id: randomUUID(), role, secondFactor: true });
const [ana, ben] = [person("contributor"), person("editor")];
const rows = await db.organization.findMany({ where: { phones: { some: {} }, kind: "provider" }, orderBy: { slug: "asc" }, select: { id: true, slug: true } });
/** A listing that no other test has touched. */
const another = () => rows.pop()!;

async function link(id: string) {
  const token = (await createConfirmationLink(ana, id))!;
  return { token, seen: (await readConfirmationLink(token, "en"))!.seen };
}

describe("an organization's link", () => {
  it("is stored as a hash only, and shows what residents see in the language asked for, as often as one likes", async () => {
    const { id, slug } = another();
    const { token } = await link(id);
    const stored = JSON.stringify(await db.confirmationLink.findMany({ where: { organizationId: id }, select: { tokenHash: true, sentTo: true, createdById: true } }));
    expect(stored).not.toContain(token);
    expect(JSON.stringify(await db.auditEntry.findMany({ where: { entityId: id }, select: { detail: true } }))).not.toContain(token);
    for (let times = 0; times < 3; times++) expect((await readConfirmationLink(token, "es"))?.listing.slug).toBe(slug);
    expect((await listConfirmationLinks(id))[0]?.usedAt).toBeNull();
  });

  it("confirms everything as the organization's own word, once", async () => {
    const { id, slug } = another();
    const { token, seen } = await link(id);
    expect(await confirmByLink(token, seen)).toBe("used");
    expect((await listVerifications(id)).map(({ facts, method, name }) => [facts, method, name]).sort()).toEqual([["phones", "organization", null], ["rest", "organization", null]]);
    expect((await getListing(slug, "en"))?.verification?.method).toBe("organization");
    expect(await readConfirmationLink(token, "en")).toBeNull();
    expect(await confirmByLink(token, seen)).toBe("gone");
    expect(await proposeByLink(token, { comment: "x" })).toBe("gone");
    expect(await db.auditEntry.findFirst({ where: { action: "listing.verify", entityId: id }, select: { actorId: true } })).toEqual({ actorId: null });
  });

  it("used twenty times at once counts once", async () => {
    const { id } = another();
    const { token, seen } = await link(id);
    const uses = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? confirmByLink(token, seen) : proposeByLink(token, { comment: "x" }))));
    expect(uses.filter((use) => use === "used")).toHaveLength(1);
    expect(uses.filter((use) => use === "gone")).toHaveLength(19);
    const [confirmed, proposed] = [await listVerifications(id), (await getEditing("Organization", id))!.open];
    expect([confirmed.length, proposed ? 1 : 0]).toEqual(confirmed.length ? [2, 0] : [0, 1]);
  });

  it("confirms nothing that it did not show, and still counts then", async () => {
    const { id } = another();
    const { token, seen } = await link(id);
    expect(await confirmByLink(token, { ...seen, phones: "0".repeat(64) })).toBe("changed");
    expect(await listVerifications(id)).toEqual([]);
    expect(await confirmByLink(token, seen)).toBe("used");
  });

  it("ends after 14 days, with the next link, and when the listing is hidden", async () => {
    const { id } = another();
    const first = await link(id);
    await db.confirmationLink.updateMany({ where: { organizationId: id }, data: { expiresAt: new Date() } });
    const second = await link(id);
    const third = await link(id);
    for (const { token, seen } of [first, second]) {
      expect(await readConfirmationLink(token, "en")).toBeNull();
      expect(await confirmByLink(token, seen)).toBe("gone");
    }
    await hideRecord(ben, "Organization", id, "wrong");
    expect(await readConfirmationLink(third.token, "en")).toBeNull();
    expect(await confirmByLink(third.token, third.seen)).toBe("gone");
    expect(await proposeByLink(third.token, { comment: "x" })).toBe("gone");
    expect(await createConfirmationLink(ana, id)).toBeNull();
    expect(await createConfirmationLink(ana, randomUUID())).toBeNull();
  });

  it("that was never made is worth nothing, whatever it looks like", async () => {
    for (const token of ["", "\u0000", "'; --", "x".repeat(100_000), "\ud800", "__proto__"]) expect(await readConfirmationLink(token, "en")).toBeNull();
  });

  it.each(["translator", "counsel"] as const)("is not made by a %s", async (role) => {
    await expect(createConfirmationLink(person(role), another().id)).rejects.toThrow(NotAllowed);
  });
});

describe("what an organization proposes", () => {
  it("waits for a member of staff, with its own words as the source", async () => {
    const { id, slug } = another();
    const { token } = await link(id);
    const before = (await getListing(slug, "en"))!;
    expect(await proposeByLink(token, { phone: "+12135550177", website: "https://example.org/new", comment: "Phone: (213) 555-0177" })).toBe("used");
    expect((await getListing(slug, "en"))?.phones).toEqual(before.phones);
    const open = (await getEditing("Organization", id))!.open!;
    const revision = (await getRevision(open.id))!;
    expect(revision).toMatchObject({ state: "submitted", origin: "organization", authorIds: [ana.id], comment: "Phone: (213) 555-0177" });
    expect(revision.sensitive).toEqual(["phones", "website"]);
    expect(await approveRevision(ana, revision.id, revision.version).catch((error: unknown) => error)).toBeInstanceOf(NotAllowed);
    expect(await approveRevision(ben, revision.id, revision.version)).toEqual({ kind: "decided" });
    const after = (await getListing(slug, "es"))!;
    expect(after).toMatchObject({ website: "https://example.org/new", verification: null });
    expect(after.phones[0]?.number).toBe("+12135550177");
    expect(after.phones.length).toBe(before.phones.length);
    expect(after.sources.phone).toMatchObject([{ kind: "organization", name: before.name }]);
    expect(after.sources.address).toEqual(before.sources.address);
  });

  it("needs somebody else than the person who made the link: they may have used it themselves", async () => {
    const { id } = another();
    const token = (await createConfirmationLink(ben, id))!;
    expect(await proposeByLink(token, { phone: "+12135550166", comment: "" })).toBe("used");
    const { open, version } = (await getEditing("Organization", id))!;
    expect(await approveRevision(ben, open!.id, version)).toEqual({ kind: "own" });
    expect(await approveRevision(person("editor"), open!.id, version)).toEqual({ kind: "decided" });
  });

  it("without a fact that fits a field still waits, as words", async () => {
    const { id } = another();
    const { token } = await link(id);
    expect(await proposeByLink(token, { comment: "We close at noon on Fridays." })).toBe("used");
    expect((await getEditing("Organization", id))!.open).toMatchObject({ state: "submitted", comment: "We close at noon on Fridays.", sourceKey: null });
  });

  it("goes on from what somebody else proposed, who still may not approve it, and whoever edits is told", async () => {
    const { id } = another();
    const { version, approved } = (await getEditing("Organization", id))!;
    const eva = person("editor");
    const sourceKey = "secondary-listing";
    const edit = (name: string, base: number) => saveRevision(eva, { entity: "Organization", entityId: id, base, document: { ...approved!, name }, intent: "submit", sourceKey, comment: "Renamed." });
    const saved = await edit("Renamed House", version);
    if (saved.kind !== "saved") throw new Error(saved.kind);
    const { token } = await link(id);
    expect(await proposeByLink(token, { phone: "+12135550178", comment: "New number." })).toBe("used");
    const { open, version: now } = (await getEditing("Organization", id))!;
    expect(open).toMatchObject({ authorIds: [eva.id, ana.id], comment: "Renamed.\n\nNew number.", document: { name: "Renamed House" } });
    expect(open?.document.phones[0]?.number).toBe("+12135550178");
    expect(await edit("Other House", saved.version)).toMatchObject({ kind: "conflict", latest: { name: "Renamed House" } });
    expect(await approveRevision(eva, open!.id, now)).toEqual({ kind: "own" });
    expect(await approveRevision(ben, open!.id, now)).toEqual({ kind: "decided" });
  });
});
