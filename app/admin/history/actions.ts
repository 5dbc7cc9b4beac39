"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { staffAction } from "../staffAction";
import { changedFieldNames } from "@/components/revision/changedFieldNames";
import { restoreRevision as restoreIt } from "@/data/revisions/restore";

/** The version to bring back, and the version of the record that the person looked at. */
const looked = z.object({ id: z.uuid(), version: z.coerce.number().int().min(0).max(2_147_483_647) }).catch({ id: "", version: 0 });

export const restoreRevision = staffAction("restoreRevision", async (actor, formData, { locale }) => {
  const { id, version } = looked.parse({ id: formData.get("id"), version: formData.get("version") });
  const answer = await restoreIt(actor, id, version);
  if (answer.kind === "saved") redirect(`/admin/revisions/${answer.revisionId}?done=restored`);
  const [t, names] = [await getTranslations({ locale, namespace: "Staff.History" }), await getTranslations({ locale, namespace: "Staff.FieldNames" })];
  const fields = answer.kind === "refused" ? changedFieldNames(names, answer.faults.map(({ path }) => path), locale).join(", ") : "";
  return { errors: [{ message: t(`problem.${answer.kind}`, { fields }) }] };
});
