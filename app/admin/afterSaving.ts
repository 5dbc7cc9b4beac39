import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { conflictAnswer, faultAnswer, type Answer } from "./answers";
import type { FormHead } from "./formHead";
import type { Saved } from "@/data/revisions/save";
import type { Conflict, Refused } from "@/data/revisions/stop";
import type { RecordEntity } from "@/lib/documents";
import type { Locale } from "@/lib/locales";

/** Leads on to `address` after a save, with what was done, or says what stood in its way. */
export async function afterSaving(answer: Saved | Conflict<RecordEntity> | Refused, address: string, intent: FormHead["intent"], fieldOf: (path: string) => string, locale: Locale): Promise<Answer> {
  switch (answer.kind) {
    case "saved": {
      const to = new URL(address, "http://here");
      to.searchParams.set("done", answer.published ? "published" : intent === "draft" ? "draft" : "submitted");
      to.searchParams.set("saved", String(answer.version));
      redirect(to.pathname + to.search + to.hash);
    }
    case "same": {
      const t = await getTranslations({ locale, namespace: "Staff.Form" });
      return { errors: [{ message: t("unchanged") }] };
    }
    case "refused":
      return faultAnswer(answer.faults, fieldOf, locale);
    case "conflict":
      return conflictAnswer(locale);
  }
}
