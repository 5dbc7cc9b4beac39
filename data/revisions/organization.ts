import type { Transaction } from "../db";
import { record } from "../audit";
import { readDocument } from "../records";
import { nextNumber, openKeyOf, openRevision, stored } from "./open";
import { withSource } from "./sources";
import { changesBetween } from "@/lib/changes";
import { listingDocument } from "@/lib/listing";

/** What an organization says of itself: the fields that it can name exactly, and everything in its own words. */
export type OwnCorrection = { phone?: string; website?: string; comment: string };

/**
 * Makes a proposal of what an organization told us by its link. It goes on from the open one, if there is any: whoever
 * wrote that still needs a second person. So does whoever made the link: nobody can tell who used it. Nothing is ever approved by it.
 * @param today the day on which the organization told us, which its new facts are sourced by
 * @returns false where residents see no such listing
 */
export async function proposeFromOrganization(transaction: Transaction, { organizationId, createdById }: { organizationId: string; createdById: string }, { phone, website, comment }: OwnCorrection, today: string): Promise<boolean> {
  const entity = "Organization";
  // Whoever is editing now finds a newer version, and is shown both texts.
  await transaction.recordVersion.updateMany({ where: { entity, entityId: organizationId }, data: { version: { increment: 1 } } });
  const approved = await readDocument(transaction, entity, organizationId);
  if (!approved || approved.hidden) return false;
  const open = await openRevision(transaction, entity, organizationId);
  const base = open?.document ?? approved;
  const written = { ...base };
  if (website) written.website = website;
  if (phone && base.phones[0]?.number !== phone) written.phones = [{ number: phone, type: base.phones[0]?.type ?? "voice" }, ...base.phones.slice(1)];
  const told = changesBetween(base, written).length > 0;
  const sourceKey = told ? await ownSource(transaction, approved, today) : (open?.sourceKey ?? null);
  const document = listingDocument.parse(withSource(entity, approved, written, sourceKey ?? undefined));
  const changedFields = changesBetween(approved, document).map(({ path }) => path);
  if (open) await transaction.revision.update({ where: { id: open.id }, data: { state: "amended", openKey: null }, select: { id: true } });
  const { id: revisionId } = await transaction.revision.create({
    data: {
      entity, entityId: organizationId, number: await nextNumber(transaction, entity, organizationId), openKey: openKeyOf(entity, organizationId), document: stored(document), changedFields,
      state: "submitted", origin: "organization", authorIds: [...new Set([...(open?.authorIds ?? []), createdById])], comment: [open?.comment, comment].filter(Boolean).join("\n\n"), sourceKey, submittedAt: new Date(),
    },
    select: { id: true },
  });
  await record(transaction, null, { action: "revision.submit", entity, entityId: organizationId, detail: { revisionId, changedFields, origin: "organization" } });
  return true;
}

async function ownSource(transaction: Transaction, { slug, name, website }: { slug: string; name: string; website?: string | undefined }, readOn: string): Promise<string> {
  const key = `${slug}-itself-${readOn}`;
  await transaction.source.upsert({ where: { key }, create: { key, name, url: website ?? null, kind: "organization", readOn }, update: {}, select: { key: true } });
  return key;
}
