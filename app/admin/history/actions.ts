"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { lookedAt } from "../lookedAt";
import { staffAction } from "../staffAction";
import { changedFieldNames } from "@/components/revision/changedFieldNames";
import { restoreRevision as restoreIt } from "@/data/revisions/restore";

export const restoreRevision = staffAction("restoreRevision", async (actor, formData, { locale }) => {
  const { id, version } = lookedAt(formData);
  const answer = await restoreIt(actor, id, version);
  if (answer.kind === "saved") redirect(`/admin/revisions/${answer.revisionId}?done=restored`);
  const [t, names] = [await getTranslations({ locale, namespace: "Staff.History" }), await getTranslations({ locale, namespace: "Staff.FieldNames" })];
  const fields = answer.kind === "refused" ? changedFieldNames(names, answer.faults.map(({ path }) => path), locale).join(", ") : "";
  return { errors: [{ message: t(`problem.${answer.kind}`, { fields }) }] };
});
