import { z } from "zod";
import { receiveFile } from "./receive";
import { isFromHere } from "../../isFromHere";
import { openStaffRoute } from "../../openStaffRoute";
import { uploadImport } from "@/data/imports/upload";
import { importSource } from "@/lib/importFile";
import { isStorable } from "@/lib/texts";
import { uploadFaults } from "@/lib/uploadFaults";

const absent = (text: unknown) => (text === "" ? undefined : text);
const sent = z.object({
  kind: z.enum(["csv", "hsds", "dojRoster"]),
  "source.name": importSource.shape.name,
  "source.url": z.preprocess(absent, importSource.shape.url),
  "source.readOn": z.preprocess(absent, importSource.shape.readOn),
});
const fileName = z.string().trim().min(1).transform((name) => name.slice(-200)).refine(isStorable);

const isField = (field: string): field is keyof typeof uploadFaults => field in uploadFaults;

/** Takes in a file for an import, and leads to its page; or back to the form, which says what is wrong and keeps what was typed. */
export async function POST(request: Request): Promise<Response> {
  const staff = await openStaffRoute("POST /admin/imports/upload");
  if (staff instanceof Response) return staff;
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  let page = "/admin/imports";
  let typed: Record<string, string> = {};
  const answer = await receiveFile(request, async ({ form, path, size }) => {
    if (form.fields.kind === "dojRoster") page = "/admin/imports/roster";
    else typed = Object.fromEntries(Object.keys(sent.shape).flatMap((field) => (form.fields[field] ? [[field, form.fields[field].slice(0, 500)]] : [])));
    const [parsed, name] = [sent.safeParse(form.fields), fileName.safeParse(form.file)];
    if (!parsed.success || !name.success) {
      const wrong = [...(parsed.error?.issues.map(({ path: [field] }) => String(field)) ?? []), ...(name.success ? [] : ["file"])];
      return wrong.map((field) => (isField(field) ? uploadFaults[field] : "form"));
    }
    const { kind, "source.name": sourceName, "source.url": url, "source.readOn": readOn } = parsed.data;
    const uploaded = await uploadImport(staff.actor, { kind, fileName: name.data, size, source: { name: sourceName, ...(url && { url }), ...(readOn && { readOn }) } }, path);
    if ("id" in uploaded) page = `/admin/imports/${uploaded.id}`;
    return "problem" in uploaded ? [uploaded.problem] : [];
  });
  const problems = typeof answer === "string" ? [answer] : answer;
  const query = new URLSearchParams([...problems.map((problem) => ["problem", problem]), ...Object.entries(typed)]);
  // Relative: the studio knows itself by its loopback address.
  return new Response(null, { status: 303, headers: { location: problems.length > 0 ? `${page}?${query}` : page } });
}
