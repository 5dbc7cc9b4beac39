"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { recordId } from "../recordId";
import { staffAction } from "../staffAction";
import { brokenAnswer, conflictAnswer, duplicateAnswer, faultAnswer } from "./answers";
import { keyOf, readSource } from "./sourceOf";
import { todayInCity } from "@/data/city";
import { findDuplicates } from "@/data/duplicates";
import { freeListingSlug } from "@/data/listingSlug";
import { hideRecord } from "@/data/revisions/hide";
import { getEditing, type Editing } from "@/data/revisions/read";
import { proposeShowing } from "@/data/revisions/restore";
import { saveRevision } from "@/data/revisions/save";
import { faultsOf } from "@/lib/faults";
import { intentOf, isRowIntent, type FormValues } from "@/lib/formRows";
import { typedValues } from "@/lib/formResult";
import { listingDocument } from "@/lib/listing";
import { listingFromForm } from "@/lib/listingForm";
import type { Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";

const version = z.string().regex(/^\d{1,9}$/).transform(Number);
const head = z.object({ id: recordId, version, intent: z.enum(["draft", "submit", "publish"]), comment: z.string().trim().max(2000).optional() });
const headOf = (values: FormValues) => head.safeParse({ id: values.id?.[0], version: values.version?.[0], intent: intentOf(values), comment: values.comment?.[0] });

type Head = z.output<typeof head>;
type Written = { document: object; name: string | undefined; website: string | undefined };

/** The whole listing, new or not. */
export const saveListing = staffAction("saveListing", async (actor, formData, { locale }) => {
  const values = typedValues(formData);
  if (isRowIntent(intentOf(values))) return { errors: [] };
  const parsed = headOf(values);
  if (!parsed.success) return brokenAnswer(locale);
  const editing = await getEditing("Organization", parsed.data.id);
  const written = listingFromForm(values);
  const document = { ...written, ...(await fixedParts(parsed.data.id, editing, written.name)) };
  const answer = await save(actor, parsed.data, { document, name: written.name, website: written.website }, values, locale, !editing);
  if ("errors" in answer) return answer;
  redirect(`/admin/listings/${parsed.data.id}?done=${answer.done}&saved=${answer.version}`);
});

/** Phones, web address and hours, in the row of the table. */
export const correctListing = staffAction("correctListing", async (actor, formData, { locale }) => {
  const values = typedValues(formData);
  if (isRowIntent(intentOf(values))) return { errors: [] };
  const parsed = headOf(values);
  const editing = parsed.success ? await getEditing("Organization", parsed.data.id) : null;
  const present = editing?.open?.document ?? editing?.approved;
  if (!parsed.success || !present) return brokenAnswer(locale);
  const { phones, schedules, website } = listingFromForm(values);
  const { website: _, ...others } = present;
  const document = { ...others, phones, schedules, ...(website ? { website } : {}) };
  const answer = await save(actor, parsed.data, { document, name: present.name, website }, values, locale, false);
  if ("errors" in answer) return answer;
  const back = new URLSearchParams(values.back?.[0] ?? "");
  back.set("done", answer.done);
  redirect(`/admin/listings?${back}#listing-${parsed.data.id}`);
});

/** What the form does not say: the end of the address, and where the facts were read until now. */
async function fixedParts(id: string, editing: Editing<"Organization"> | null, name: string | undefined) {
  const present = editing?.open?.document ?? editing?.approved;
  // keepFixed() in data/revisions/save.ts looks after the slug and the hiding of what is approved.
  return { slug: editing?.approved?.slug ?? (await freeListingSlug(id, name ?? "")), hidden: false, sources: present?.sources ?? {} };
}

async function save(actor: Actor, { id, version, intent, comment }: Head, { document, name, website }: Written, values: FormValues, locale: Locale, isFirst: boolean) {
  const today = await todayInCity();
  const listing = listingDocument.safeParse(document);
  const stated = await readSource(values, { name, website }, today);
  const faults = [...(listing.success ? [] : faultsOf(listing.error)), ...(stated.kind === "refused" ? stated.faults : [])];
  if (!listing.success || faults.length > 0) return faultAnswer(faults, values, locale);
  if (isFirst && values.notDuplicate?.[0] !== "1") {
    const { name, phones, locations } = listing.data;
    const duplicates = await findDuplicates({ id, name, phones: phones.map(({ number }) => number), addresses: locations });
    if (duplicates.length > 0) return duplicateAnswer(duplicates, locale);
  }
  const sourceKey = await keyOf(actor, stated);
  const saved = await saveRevision(actor, { entity: "Organization", entityId: id, base: version, document: listing.data, intent, ...(comment ? { comment } : {}), ...(sourceKey ? { sourceKey } : {}) });
  if (saved.kind === "refused") return faultAnswer(saved.faults, values, locale);
  if (saved.kind === "conflict") return conflictAnswer(locale);
  if (saved.kind === "same") return { done: "same", version };
  return { done: saved.published ? "published" : intent === "draft" ? "draft" : "submitted", version: saved.version };
}

/** Out of residents' sight, at once. */
export const hideListing = staffAction("hideListing", async (actor, formData, { locale }) => {
  const parsed = z.object({ id: recordId, reason: z.string().trim().max(2000) }).safeParse({ id: formData.get("id"), reason: formData.get("reason") });
  if (!parsed.success) return brokenAnswer(locale);
  if (!parsed.data.reason) return faultAnswer([{ path: "reason", code: "required" }], {}, locale);
  await hideRecord(actor, "Organization", parsed.data.id, parsed.data.reason);
  redirect(`/admin/listings/${parsed.data.id}?done=hidden`);
});

/** A proposal: another person has to approve it. */
export const showListing = staffAction("showListing", async (actor, formData, { locale }) => {
  const parsed = z.object({ id: recordId, version, comment: z.string().trim().max(2000) }).safeParse({ id: formData.get("id"), version: formData.get("version"), comment: formData.get("comment") });
  if (!parsed.success) return brokenAnswer(locale);
  const saved = await proposeShowing(actor, "Organization", parsed.data.id, parsed.data.version, parsed.data.comment);
  if (saved.kind === "conflict") return conflictAnswer(locale);
  if (saved.kind !== "saved") return brokenAnswer(locale);
  redirect(`/admin/listings/${parsed.data.id}?done=submitted&saved=${saved.version}`);
});
