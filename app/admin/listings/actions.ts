"use server";

import { afterSaving } from "../afterSaving";
import { brokenAnswer, faultAnswer } from "../answers";
import { headOf, type FormHead } from "../formHead";
import { staffAction } from "../staffAction";
import { statedSource } from "../statedSource";
import { duplicateAnswer } from "./duplicateAnswer";
import { todayInCity } from "@/data/city";
import { findDuplicates } from "@/data/duplicates";
import { freeListingSlug } from "@/data/listingSlug";
import { getEditing, type Editing } from "@/data/revisions/read";
import { saveRevision } from "@/data/revisions/save";
import { faultsOf } from "@/lib/faults";
import { intentOf, isRowIntent, type FormValues } from "@/lib/formRows";
import { typedValues } from "@/lib/formResult";
import { listingDocument } from "@/lib/listing";
import { fieldOfFault, listingFromForm } from "@/lib/listingForm";
import type { Locale } from "@/lib/locales";
import type { Actor } from "@/lib/permissions";

/** @param address where its form is */
type Written = { document: object; name: string | undefined; website: string | undefined; isFirst: boolean; address: string };

/** The whole listing, new or not. */
export const saveListing = staffAction("saveListing", async (actor, formData, { locale }) => {
  const values = typedValues(formData);
  if (isRowIntent(intentOf(values))) return { errors: [] };
  const parsed = headOf(values);
  if (!parsed.success) return brokenAnswer(locale);
  const { id } = parsed.data;
  const editing = await getEditing("Organization", id);
  const written = listingFromForm(values);
  const document = { ...written, ...(await fixedParts(id, editing, written.name)) };
  return save(actor, parsed.data, { document, name: written.name, website: written.website, isFirst: !editing, address: `/admin/listings/${id}` }, values, locale);
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
  const address = `/admin/listings?${new URLSearchParams(values.back?.[0] ?? "")}#listing-${parsed.data.id}`;
  return save(actor, parsed.data, { document, name: present.name, website, isFirst: false, address }, values, locale);
});

/** What the form does not say: the end of the address, and where the facts were read until now. */
async function fixedParts(id: string, editing: Editing<"Organization"> | null, name: string | undefined) {
  const present = editing?.open?.document ?? editing?.approved;
  // keepFixed() in data/revisions/save.ts looks after the slug and the hiding of what is approved.
  return { slug: editing?.approved?.slug ?? (await freeListingSlug(id, name ?? "")), hidden: false, sources: present?.sources ?? {} };
}

async function save(actor: Actor, { id, version, intent, comment }: FormHead, { document, name, website, isFirst, address }: Written, values: FormValues, locale: Locale) {
  const fieldOf = (path: string) => fieldOfFault(values, path);
  const listing = listingDocument.safeParse(document);
  const stated = await statedSource(values, { name, website, today: await todayInCity() });
  const faults = [...(listing.success ? [] : faultsOf(listing.error)), ...("faults" in stated ? stated.faults : [])];
  if (!listing.success || "faults" in stated) return faultAnswer(faults, fieldOf, locale);
  if (isFirst && values.notDuplicate?.[0] !== "1") {
    const { name, phones, locations } = listing.data;
    const duplicates = await findDuplicates({ id, name, phones: phones.map(({ number }) => number), addresses: locations });
    if (duplicates.length > 0) return duplicateAnswer(duplicates, locale);
  }
  const answer = await saveRevision(actor, { entity: "Organization", entityId: id, base: version, document: listing.data, intent, ...(comment ? { comment } : {}), ...stated });
  return afterSaving(answer, address, intent, fieldOf, locale);
}
