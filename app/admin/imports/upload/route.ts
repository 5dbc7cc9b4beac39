import { z } from "zod";
import { receiveFile } from "./receive";
import { isFromHere } from "../../isFromHere";
import { openStaffRoute } from "../../openStaffRoute";
import { uploadImport } from "@/data/imports/upload";
import { importSource } from "@/lib/importFile";
import { isStorable } from "@/lib/texts";

const absent = (text: unknown) => (text === "" ? undefined : text);
const sent = z.object({
  kind: z.enum(["csv", "hsds", "dojRoster"]),
  "source.name": importSource.shape.name,
  "source.url": z.preprocess(absent, importSource.shape.url),
  "source.readOn": z.preprocess(absent, importSource.shape.readOn),
});
const fileName = z.string().trim().min(1).transform((name) => name.slice(-200)).refine(isStorable);

/** Takes in a file for an import, and leads to its page; or back to the form, which says what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const staff = await openStaffRoute("POST /admin/imports/upload");
  if (staff instanceof Response) return staff;
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  let page = "/admin/imports";
  const answer = await receiveFile(request, async ({ form, path, size }) => {
    if (form.fields.kind === "dojRoster") page = "/admin/imports/roster";
    const parsed = sent.safeParse(form.fields);
    if (!parsed.success) return parsed.error.issues.some(({ path: [field] }) => String(field).startsWith("source")) ? "source" : "form";
    const name = fileName.safeParse(form.file);
    if (!name.success) return "file";
    const { kind, "source.name": sourceName, "source.url": url, "source.readOn": readOn } = parsed.data;
    const uploaded = await uploadImport(staff.actor, { kind, fileName: name.data, size, source: { name: sourceName, ...(url && { url }), ...(readOn && { readOn }) } }, path);
    if ("id" in uploaded) page = `/admin/imports/${uploaded.id}`;
    return "problem" in uploaded ? uploaded.problem : null;
  });
  // Relative: the studio knows itself by its loopback address.
  return new Response(null, { status: 303, headers: { location: answer ? `${page}?problem=${answer}` : page } });
}
