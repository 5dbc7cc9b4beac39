import { download } from "../download";
import { isFromHere } from "../../isFromHere";
import { openStaffRoute } from "../../openStaffRoute";
import { todayInCity } from "@/data/city";
import { exportCsv } from "@/data/exports";

/** Not a link: an export is written down, and no other site may cause one. */
export async function POST(request: Request): Promise<Response> {
  const staff = await openStaffRoute("POST /admin/exports/csv");
  if (staff instanceof Response) return staff;
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  return download(await exportCsv(staff.actor), `listings-${await todayInCity()}.csv`, "text/csv; charset=utf-8");
}
