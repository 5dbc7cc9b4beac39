import { download } from "../download";
import { isFromHere } from "../../isFromHere";
import { openStaffRoute } from "../../openStaffRoute";
import { todayInCity } from "@/data/city";
import { exportHsds } from "@/data/exports";

/** Not a link: an export is written down, and no other site may cause one. */
export async function POST(request: Request): Promise<Response> {
  const staff = await openStaffRoute("POST /admin/exports/hsds");
  if (staff instanceof Response) return staff;
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  return download(await exportHsds(staff.actor), `listings-${await todayInCity()}-hsds.json`, "application/json; charset=utf-8");
}
