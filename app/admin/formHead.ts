import { z } from "zod";
import { recordId } from "./recordId";
import { intentOf, type FormValues } from "@/lib/formRows";

/** What every form of a record says besides the record. */
export const formHead = z.object({
  id: recordId,
  version: z.string().regex(/^\d{1,9}$/).transform(Number),
  intent: z.enum(["draft", "submit", "publish"]),
  comment: z.string().trim().max(2000),
});
export type FormHead = z.output<typeof formHead>;

export const headOf = (values: FormValues) => formHead.safeParse({ id: values.id?.[0], version: values.version?.[0], intent: intentOf(values), comment: values.comment?.[0] ?? "" });
