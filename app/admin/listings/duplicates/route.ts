import { z } from "zod";
import { duplicateSentences } from "../duplicateAnswer";
import { openStaffRoute } from "../../openStaffRoute";
import { recordId } from "../../recordId";
import { findDuplicates } from "@/data/duplicates";
import { longestSearch } from "@/lib/helpFilters";
import { isStorable } from "@/lib/texts";

const line = z.string().max(longestSearch).refine(isStorable);
const asked = z.object({ id: recordId, name: line.default(""), phones: z.array(line).max(20), streets: z.array(line).max(50), postalCodes: z.array(line).max(50) });

/** What may double the listing that somebody is adding, asked while they type. */
export async function GET(request: Request): Promise<Response> {
  const staff = await openStaffRoute("GET /admin/listings/duplicates");
  if (staff instanceof Response) return staff;
  const fields = [...new URL(request.url).searchParams];
  const all = (pattern: RegExp) => fields.filter(([name]) => pattern.test(name)).map(([, value]) => value);
  const parsed = asked.safeParse({ id: all(/^id$/)[0], name: all(/^name$/)[0], phones: all(/^phones\.\d+\.number$/), streets: all(/\.address1$/), postalCodes: all(/\.postalCode$/) });
  if (!parsed.success) return new Response(null, { status: 400 });
  const { id, name, phones, streets, postalCodes } = parsed.data;
  const addresses = streets.map((address1, index) => ({ address1, postalCode: postalCodes[index] ?? "" }));
  return Response.json(await duplicateSentences(await findDuplicates({ id, name, phones, addresses }), staff.locale));
}
