import { z } from "zod";

const looked = z.object({ id: z.uuid(), version: z.coerce.number().int().min(0).max(2_147_483_647) }).catch({ id: "", version: 0 });

/** The revision that a form is about, and the version of its record that the person looked at. */
export const lookedAt = (formData: FormData) => looked.parse({ id: formData.get("id"), version: formData.get("version") });
