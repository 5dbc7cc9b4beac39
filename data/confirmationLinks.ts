import { createHash, randomBytes } from "node:crypto";
import { allow } from "./allow";
import { record } from "./audit";
import { todayInCity } from "./city";
import { db, type Transaction } from "./db";
import { readListing } from "./listings";
import { proposeFromOrganization, type OwnCorrection } from "./revisions/organization";
import { orStop, Stop } from "./revisions/stop";
import { addVerifications, holdFacts } from "./verification";
import { readDocument } from "./records";
import type { Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";
import { factsHashes, verifiedFacts, type FactsHashes } from "@/lib/verification";

const lifetime = 14 * 86_400_000;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Makes a link by which an organization can look at its own facts, and confirm or correct them once, for 14 days.
 * Earlier links of the same organization end.
 * @returns the token, which is stored nowhere; null where residents see no such listing
 * @throws NotAllowed
 */
export async function createConfirmationLink(actor: Actor, organizationId: string, { sendTo }: { sendTo?: string } = {}): Promise<string | null> {
  allow(actor, "listings.verify");
  const token = randomBytes(32).toString("base64url");
  return db.$transaction(async (transaction) => {
    const listing = await transaction.organization.findFirst({ where: { id: organizationId, hidden: false }, select: { id: true } });
    if (!listing) return null;
    const now = new Date();
    await transaction.confirmationLink.updateMany({ where: { organizationId, usedAt: null, expiresAt: { gt: now } }, data: { expiresAt: now } });
    await transaction.confirmationLink.create({
      data: { organizationId, tokenHash: hashOf(token), sentTo: sendTo ?? null, createdById: actor.id, expiresAt: new Date(now.getTime() + lifetime) },
      select: { id: true },
    });
    await record(transaction, actor, { action: "confirmationLink.create", entity: "Organization", entityId: organizationId, detail: { toMail: sendTo !== undefined } });
    return token;
  });
}

/** Whose link this is, and who made it; null: used, ended, or never made. */
async function linkOf(transaction: Transaction, token: string): Promise<{ organizationId: string; createdById: string } | null> {
  return transaction.confirmationLink.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: new Date() }, organization: { hidden: false } },
    select: { organizationId: true, createdById: true },
  });
}

/**
 * What a link shows: the listing as residents see it. Looking uses nothing up: mail programs look at links too.
 * @returns null: used, ended, or never made, which nobody can tell apart
 */
export async function readConfirmationLink(token: string, locale: Locale) {
  return db.$transaction(
    async (transaction) => {
      const id = (await linkOf(transaction, token))?.organizationId;
      const [listing, document] = id ? [await readListing(id, locale, transaction), await readDocument(transaction, "Organization", id)] : [null, null];
      return listing && document && { listing, seen: factsHashes(document) };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

/** changed: the listing is no longer what the organization saw; its link still counts. */
export type LinkUse = "used" | "changed" | "gone";

/** The organization says that everything is right. @param seen what it had before it */
export async function confirmByLink(token: string, seen: FactsHashes): Promise<LinkUse> {
  return spendLink(token, async (transaction, { organizationId }, today) => {
    const hashes = await holdFacts(transaction, organizationId);
    if (!hashes || verifiedFacts.some((kind) => seen[kind] !== hashes[kind])) throw new Stop<LinkUse>("changed");
    const facts = [...verifiedFacts];
    await addVerifications(transaction, organizationId, hashes, { facts, method: "organization", verifiedOn: today, staffMemberId: null });
    await record(transaction, null, { action: "listing.verify", entity: "Organization", entityId: organizationId, detail: { facts, method: "organization", verifiedOn: today } });
  });
}

/** The organization says what is wrong: a proposal, which a member of staff has to approve. */
export async function proposeByLink(token: string, correction: OwnCorrection): Promise<LinkUse> {
  return spendLink(token, async (transaction, link, today) => {
    if (!(await proposeFromOrganization(transaction, link, correction, today))) throw new Stop<LinkUse>("gone");
  });
}

async function spendLink(token: string, work: (transaction: Transaction, link: { organizationId: string; createdById: string }, today: string) => Promise<void>): Promise<LinkUse> {
  const done = db.$transaction(async (transaction): Promise<LinkUse> => {
    const link = await linkOf(transaction, token);
    // Of two at once the row lets one through.
    const { count } = await transaction.confirmationLink.updateMany({ where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: new Date() } }, data: { usedAt: new Date() } });
    if (!link || count !== 1) throw new Stop<LinkUse>("gone");
    await work(transaction, link, await todayInCity(transaction));
    return "used";
  });
  return orStop<LinkUse, LinkUse>(done);
}

/** When links of this organization were made and used, the newest first. For staff only. */
export async function listConfirmationLinks(organizationId: string) {
  return db.confirmationLink.findMany({ where: { organizationId }, orderBy: { createdAt: "desc" }, take: 10, select: { id: true, sentTo: true, createdAt: true, expiresAt: true, usedAt: true } });
}
