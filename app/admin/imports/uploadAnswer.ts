import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { fileProblems } from "@/lib/importFile";
import type { FormResult } from "@/lib/formResult";
import { uploadFaults } from "@/lib/uploadFaults";

const many = z.preprocess((said) => (Array.isArray(said) ? said : [said]), z.array(z.unknown()));
const problem = z.enum([...fileProblems, ...Object.values(uploadFaults), "form", "tooLarge"]);
/** About the file, where it is about none of the other fields. */
const fieldOf = (said: z.output<typeof problem>) => Object.entries(uploadFaults).find(([, fault]) => fault === said)?.[0] ?? "file";

/** Why the last file was not taken in, as the address of the form says it (upload/route.ts), and what was typed beside it; null: nothing went wrong. */
export async function uploadAnswer(query: Record<string, string | string[] | undefined>): Promise<FormResult | null> {
  const t = await getTranslations("Staff.Imports.problem");
  const problems = new Set(many.parse(query.problem).flatMap((said) => problem.safeParse(said).data ?? []));
  if (problems.size === 0) return null;
  const values = Object.fromEntries(["kind", "source.name", "source.url", "source.readOn"].flatMap((field) => (typeof query[field] === "string" ? [[field, [query[field]]]] : [])));
  return { errors: [...problems].map((said) => ({ field: fieldOf(said), message: t(said) })), values };
}
